// The viewers of a measurement: the spectators' process, and pages in headless Chromium.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { playwright, spectators } from './places.mjs';

const flags = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'];

export const openBrowser = () => playwright().chromium.launch({ executablePath: process.env.HPO_CHROMIUM ?? '/usr/bin/chromium', args: flags });

export class Spectators {
  #process = fork(spectators, { serialization: 'advanced' });

  async tell(order, rest = {}) {
    this.#process.send({ order, ...rest });
    const [{ answer, problem }] = await once(this.#process, 'message');
    if (problem) throw new Error(problem);
    return answer;
  }

  end() {
    this.#process.kill();
  }
}

/** A page of a study that notes when the incumbent chart has drawn up to which event, and when its model knew of which event at what time of the study. */
export async function openStudy(browser, address, study) {
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage();
  await page.goto(`${address}/studies/${study}`);
  await page.locator('.chart-panel[data-chart=incumbent][data-sequence]').waitFor({ timeout: 60_000 });
  await page.evaluate(() => {
    const panel = document.querySelector('.chart-panel[data-chart=incumbent]');
    window.drawn = [];
    new MutationObserver(() => window.drawn.push([Number(panel.dataset.sequence), Date.now()])).observe(panel, { attributeFilter: ['data-sequence'] });
  });
  return page;
}
