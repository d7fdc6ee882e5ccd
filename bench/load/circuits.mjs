// Opens and closes pages, each with a circuit, and looks at the server's memory after a full collection, before and after.
import { openBrowser } from './crowd.mjs';
import { collectGarbage } from './garbage.mjs';
import { Server } from './server.mjs';
import { sleep, table } from './statistics.mjs';

const abreast = 4;

export async function circuits({ circuits: count = 1000 }) {
  const server = await Server.start();
  const browser = await openBrowser();
  try {
    await openAndClose(browser, server.address, 200);
    const marks = [await settled(server)];
    for (let part = 0; part < 4; part++) {
      await openAndClose(browser, server.address, count / 4);
      marks.push(await settled(server));
    }
    console.log(`${count} circuits opened and closed, after 200 to warm up; resident memory after a full collection`);
    table([
      ['before', `${marks[0].toFixed(1)} MB`],
      ...marks.slice(1).map((mark, i) => [`after ${(i + 1) * count / 4}`, `${mark.toFixed(1)} MB`]),
      ['kept for each circuit', `${((marks.at(-1) - marks[0]) * 1024 / count).toFixed(1)} KB`, 'none'],
    ]);
  } finally {
    await browser.close();
    await server.stop();
  }
}

async function openAndClose(browser, address, count) {
  const context = await browser.newContext();
  await Promise.all(Array.from({ length: abreast }, async () => {
    const page = await context.newPage();
    for (let i = 0; i < count / abreast; i++) {
      await page.goto(address);
      await page.locator('.shell[data-interactive]').waitFor();
    }
    // leaving a page ends its circuit
    await page.goto('about:blank');
    await page.close();
  }));
  await context.close();
}

async function settled(server) {
  await sleep(5);
  for (let i = 0; i < 3; i++) {
    await collectGarbage(server.pid);
    await sleep(2);
  }
  return (await server.memory()).now;
}
