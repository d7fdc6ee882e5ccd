// How long the pages of many stored studies, and of a large one, take in a browser: from the press of Enter to what a person can use. Each round begins with a
// server that was just started and a browser without a cache.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { openBrowser } from './crowd.mjs';
import { bench } from './places.mjs';
import { Server } from './server.mjs';
import { median, milliseconds, quantile, table } from './statistics.mjs';

const run = promisify(execFile);
const wanted = {
  'start-up to the first page': '2 s',
  'home page: the list is there': '1 s',
  'home page: it answers': '',
  'home page: a search': '200 ms',
  'home page: another order': '200 ms',
  'study page: it answers': '2 s',
  'study page: all charts are drawn': '2 s',
  'study page: the trials are there': '2 s',
  'trial table: a filter': '200 ms',
  'trial table: another order': '200 ms',
  'trial table: rows are there after a jump': '',
};

export async function pages({ studies = 1000, trials = 10_000, rounds = 3 }) {
  const server = await Server.start([], folder => run('dotnet', [bench, 'pages', '--folder', folder, '--studies', studies, '--trials', trials].map(String)));
  const browser = await openBrowser();
  const times = Object.fromEntries(Object.keys(wanted).map(name => [name, []]));
  const scrolls = { 'with the wheel, 100 rows a second': { rowsPerSecond: 100, frames: [], blank: [] }, 'through all of them in ten seconds': { rowsPerSecond: trials / 10, frames: [], blank: [] } };
  try {
    for (let round = 0; round < rounds; round++) {
      await server.end();
      const began = performance.now();
      await server.again();
      const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
      context.setDefaultTimeout(120_000);
      const page = await context.newPage();
      await page.goto(server.address, { waitUntil: 'commit' });
      await page.waitForSelector('.list tbody tr');
      times['start-up to the first page'].push(performance.now() - began);
      await home(page, server.address, times);
      await study(page, server.address, times);
      for (const one of Object.values(scrolls)) {
        const { frames, blank } = await scroll(page, one.rowsPerSecond);
        one.frames.push(...frames);
        one.blank.push(...blank);
      }
      await context.close();
    }

    const [cpu, { now, most }] = [await server.cpu(), await server.memory()];
    console.log(`${studies} stored studies and one of ${trials} trials, ${rounds} rounds, each with a new server and a new browser profile: median (largest)`);
    table([
      ...Object.entries(times).map(([name, values]) => [name, `${milliseconds(median(values))} (${milliseconds(quantile(values, 1))})`, wanted[name]]),
      ...Object.entries(scrolls).flatMap(([how, { frames, blank }]) => [
        [`scrolling ${how}: median and longest frame`, `${milliseconds(median(frames))}, ${milliseconds(quantile(frames, 1))}`],
        ['… frames over 50 ms', `${frames.filter(frame => Math.round(frame) > 50).length} of ${frames.length}`, '0'],
        ['… rows in sight that had not come yet', `${(100 * blank.reduce((sum, part) => sum + part, 0) / blank.length).toFixed(0)} %`],
      ]),
      ['server of the last round: CPU', `${cpu.toFixed(1)} s`],
      ['server of the last round: memory', `${now.toFixed(0)} MB, at most ${most.toFixed(0)} MB`],
    ]);
  } finally {
    await browser.close();
    await server.stop();
  }
}

async function home(page, address, times) {
  const note = timer(times, 'home page: ');
  await page.goto(address, { waitUntil: 'commit' });
  await page.waitForSelector('.list tbody tr:nth-child(50)');
  note('the list is there');
  await page.waitForSelector('[data-interactive]');
  note('it answers');
  // the browser's own part of the start is over
  await page.waitForTimeout(500);
  note.again();
  await page.fill('.search input', 'tag:"week 1"');
  await page.waitForFunction(() => / of /.test(document.querySelector('.count').textContent));
  note('a search');
  await page.fill('.search input', '');
  await page.waitForFunction(() => !/ of /.test(document.querySelector('.count').textContent));
  const first = await page.textContent('.list tbody .name a');
  note.again();
  await page.click('#sort-studies');
  await page.getByRole('option', { name: 'best error' }).click();
  await page.waitForFunction(first => document.querySelector('.list tbody .name a').textContent !== first, first);
  note('another order');
}

async function study(page, address, times) {
  const note = timer(times, 'study page: ');
  await page.goto(`${address}/studies/large`, { waitUntil: 'commit' });
  await page.waitForSelector('[data-interactive]');
  note('it answers');
  await page.waitForFunction(() => {
    const panels = [...document.querySelectorAll('.chart-panel:not([hidden])')];
    return panels.length >= 2 && panels.every(panel => Number(panel.dataset.sequence ?? -1) > 0 && panel.querySelector('.plot-container'));
  });
  note('all charts are drawn');
  note.again();
  await page.goto(`${address}/studies/large?tab=trials`, { waitUntil: 'commit' });
  await page.waitForSelector('button[data-trial]');
  note('the trials are there');
  await page.waitForSelector('[data-interactive]');
  await page.waitForTimeout(1000);
  const table = timer(times, 'trial table: ');
  await page.fill('.trials input[type=search]', 'random');
  await page.waitForFunction(() => /shown/.test(document.querySelector('.trials .head [role=status]').textContent));
  table('a filter');
  await page.fill('.trials input[type=search]', '');
  await page.waitForFunction(() => !/shown/.test(document.querySelector('.trials .head [role=status]').textContent));
  table.again();
  await page.click('.trials thead th:nth-child(3) button');
  await page.waitForFunction(() => document.querySelector('.trials thead th:nth-child(3)').ariaSort === 'ascending');
  table('another order');
  await page.evaluate(() => { const scroll = document.querySelector('.trials .scroll'); scroll.scrollTop = scroll.scrollHeight / 2; });
  await page.waitForFunction(() => {
    const scroll = document.querySelector('.trials .scroll').getBoundingClientRect();
    return document.elementFromPoint(scroll.left + 60, scroll.top + scroll.height / 2)?.closest('tr[aria-rowindex]');
  });
  table('rows are there after a jump');
}

/** Scrolls from the first trial on, evenly, for ten seconds: the times between frames, in milliseconds, and at each which part of the rows in sight is not there. */
async function scroll(page, rowsPerSecond) {
  await page.evaluate(() => { document.querySelector('.trials .scroll').scrollTop = 0; document.querySelector('.trials').scrollIntoView(); });
  await page.waitForTimeout(500);
  return page.evaluate(rowsPerSecond => new Promise(resolve => {
    const [scroll, body] = ['.trials .scroll', '.trials tbody'].map(place => document.querySelector(place));
    const height = body.querySelector('tr[aria-rowindex]').getBoundingClientRect().height;
    const inSight = (scroll.clientHeight - scroll.querySelector('thead').offsetHeight) / height;
    const [frames, blank, began] = [[], [], performance.now()];
    let last = began;
    requestAnimationFrame(function next(now) {
      if (now > last) frames.push(now - last);
      last = now;
      const [first, start, count] = [scroll.scrollTop / height, Number(body.dataset.start), Number(body.dataset.count)];
      blank.push(1 - Math.max(0, Math.min(start + count, first + inSight) - Math.max(start, first)) / inSight);
      scroll.scrollTop = (now - began) / 1000 * rowsPerSecond * height;
      if (now - began < 10_000) requestAnimationFrame(next);
      else resolve({ frames: frames.slice(1), blank });
    });
  }), rowsPerSecond);
}

/** Notes times since it was made, or since `again`. */
function timer(times, prefix) {
  let began = performance.now();
  const note = name => times[prefix + name].push(performance.now() - began);
  note.again = () => { began = performance.now(); };
  return note;
}
