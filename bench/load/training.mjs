// How much a LeNet in training is slowed down by viewers. The server, training included, has one core to itself and the clients have the other, so that what the
// clients take is not taken from the training; what is left is what serving them costs. Rounds without and with viewers take turns on one training.
import { execFileSync } from 'node:child_process';
import { openBrowser, openStudy, Spectators } from './crowd.mjs';
import { Server } from './server.mjs';
import { median, sleep, table } from './statistics.mjs';
import { lenet, start } from './studies.mjs';

export async function training({ rounds = 4, seconds = 40, spectators: count = 200, pages: pageCount = 3 }) {
  // children inherit it; the server's core is given with its command
  execFileSync('taskset', ['-a', '-c', '-p', '1', String(process.pid)]);
  const server = await Server.start(['taskset', '-c', '0']);
  const [observer, spectators] = [new Spectators(), new Spectators()];
  const browser = await openBrowser();
  try {
    const study = await start(browser, server.address, lenet);
    await observer.tell('join', { address: server.address, study, count: 1 });
    await sleep(30);
    const epochs = { without: [], with: [] };
    for (let round = 0; round < rounds; round++) {
      epochs.without.push(...await epochTimes(observer, seconds));
      await spectators.tell('join', { address: server.address, study, count });
      const pages = [];
      for (let i = 0; i < pageCount; i++) pages.push(await openStudy(browser, server.address, study));
      epochs.with.push(...await epochTimes(observer, seconds));
      await spectators.tell('leave');
      for (const page of pages) await page.context().close();
    }
    const [alone, watched] = [median(epochs.without), median(epochs.with)];
    console.log(`One LeNet on one core; ${count} spectators and ${pageCount} pages on the other; ${rounds} rounds of ${seconds} s without and with them`);
    table([
      ['an epoch without viewers, median', `${alone.toFixed(2)} s (${epochs.without.length} epochs)`],
      ['an epoch with viewers, median', `${watched.toFixed(2)} s (${epochs.with.length} epochs)`],
      ['slower by', `${((watched / alone - 1) * 100).toFixed(1)} %`, '10 %'],
    ]);
  } finally {
    await browser.close();
    observer.end();
    spectators.end();
    await server.stop();
  }
}

/** The seconds between the reports of the epochs that end from now on; the first, which began before, is left out. */
async function epochTimes(observer, seconds) {
  await observer.tell('count');
  await sleep(seconds);
  const times = [...(await observer.tell('report')).times.values()];
  return times.slice(2).map((time, i) => (time - times[i + 1]) / 1000);
}
