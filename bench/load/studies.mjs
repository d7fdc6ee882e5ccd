// Starts studies as a person does: with the form.

export async function start(browser, address, fields) {
  const page = await browser.newPage();
  await page.goto(`${address}/studies/new`);
  await page.locator('.shell[data-interactive]').waitFor();
  await page.locator('#study-objective').click();
  await page.getByRole('option').filter({ has: page.getByText(fields.objective, { exact: true }) }).click();
  for (const [name, value] of Object.entries(fields.numbers)) {
    await page.locator(`#study-${name}`).fill(String(value));
    await page.locator(`#study-${name}`).blur();
  }
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await page.waitForURL(/\/studies\/(?!new)[^/]+$/);
  const study = page.url().split('/').at(-1);
  await page.close();
  return study;
}

/** Made-up curves, four epochs a second on each of two workers: eleven events a second. Nothing is trained, so that what is measured is the dashboard. */
export const elevenEventsASecond = { objective: 'Synthetic learning curves', numbers: { trials: 9000, maxepochs: 5, workers: 2 } };

/** One training of a LeNet, an epoch after the other. */
export const lenet = { objective: 'LeNet on Fashion-MNIST', numbers: { trials: 1, maxepochs: 1000, workers: 1 } };
