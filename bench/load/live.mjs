// 200 spectators and three pages on one study for five minutes. An event's latency runs from the time that the tuner gave it to its arrival at a spectator, or to
// the drawn chart on a page. The study's clock and this machine's are brought together by the frame that was fastest of all: latencies are too short by as
// much as that one took, a millisecond or so.
import { openBrowser, openStudy, Spectators } from './crowd.mjs';
import { cpuOfClients } from './processes.mjs';
import { Server } from './server.mjs';
import { milliseconds, quantile, sleep, table } from './statistics.mjs';
import { elevenEventsASecond, start } from './studies.mjs';

export async function live({ seconds = 300, spectators: count = 200, pages: pageCount = 3 }) {
  const server = await Server.start();
  const spectators = new Spectators();
  const browser = await openBrowser();
  try {
    const study = await start(browser, server.address, elevenEventsASecond);
    await spectators.tell('join', { address: server.address, study, count });
    const pages = [];
    for (let i = 0; i < pageCount; i++) pages.push(await openStudy(browser, server.address, study));
    await sleep(5);
    await spectators.tell('count');
    for (const page of pages) await page.evaluate(() => { window.drawn = []; });
    const [cpu, clients, began] = [await server.cpu(), await cpuOfClients(server.pid), Date.now()];
    await sleep(seconds);
    const lasted = (Date.now() - began) / 1000;
    const [serverCpu, clientCpu] = [(await server.cpu() - cpu) / lasted, (await cpuOfClients(server.pid) - clients) / lasted];
    const seen = await spectators.tell('report');
    const drawn = (await Promise.all(pages.map(page => pageLatencies(page, seen)))).flat();
    const { most } = await server.memory();
    console.log(`${count} spectators and ${pageCount} pages for ${lasted.toFixed(0)} s, ${(seen.latencies.length / count / lasted).toFixed(1)} events a second`);
    table([
      ['spectators, event to arrival: median', milliseconds(quantile(seen.latencies, 0.5))],
      ['spectators, event to arrival: p95', milliseconds(quantile(seen.latencies, 0.95)), '700 ms'],
      ['spectators, event to arrival: largest', milliseconds(quantile(seen.latencies, 1))],
      ['pages, event to drawn chart: median', milliseconds(quantile(drawn, 0.5))],
      ['pages, event to drawn chart: p95', milliseconds(quantile(drawn, 0.95)), '300 ms'],
      ['pages, event to drawn chart: largest', milliseconds(quantile(drawn, 1))],
      ['frames that did not follow the last one', seen.gaps, '0'],
      ['spectators sent back to a snapshot', seen.again],
      ['server, cores', serverCpu.toFixed(2), '0.5'],
      ['server, most memory', `${most.toFixed(0)} MB`, '400 MB'],
      ['all clients, cores', clientCpu.toFixed(2)],
    ]);
  } finally {
    await browser.close();
    spectators.end();
    await server.stop();
  }
}

/** Of each event the time from when it happened to when the page had drawn it. */
async function pageLatencies(page, { offset, times }) {
  const latencies = [];
  let last = null;
  for (const [sequence, at] of await page.evaluate(() => window.drawn)) {
    for (let event = last === null ? sequence : last + 1; event <= sequence; event++) {
      if (times.has(event)) latencies.push(at - times.get(event) - offset);
    }
    last = sequence;
  }
  return latencies;
}
