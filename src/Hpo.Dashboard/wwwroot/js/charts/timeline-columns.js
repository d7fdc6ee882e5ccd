// The bars of who ran when: where they lie and of which kind they are, which is the key of the described trace they belong to. The rule of C# (TimelineBars), held to it by
// a test. Pure: no DOM, no plotly.
import { addPoint, noPoints } from './points.js';
import { isFailure } from './study-model.js';

const kinds = ['finished', 'paused', 'cut', 'failed', 'running', 'best'];
/** The kinds whose bars are dark on a light page, and the other way round: what is written on them has the colour of the page. */
const strongKinds = new Set(['finished', 'failed', 'best']);
const halfHeight = 0.38;
/** About as many as the axis has on a wide screen. */
const pixels = 1000;

/** Kinds that are never left out. */
const alwaysShown = new Set(['best', 'running']);

/** @typedef {{trial: import('./study-model.js').Trial, stretch: import('./study-model.js').Stretch, kind: string}} Bar */
/** @typedef {{from: number, to: number}} Span in seconds */
/** @typedef {Span & {worker: number, kind: string}} Block what is drawn: a bar, or bars with no room between them */

/**
 * A bar for every stretch in which a worker ran a trial.
 * @param {import('./study-model.js').StudyModel} model
 * @returns {Bar[]}
 */
export const timelineBars = model =>
  model.trials.flatMap(trial => trial.stretches.map(stretch => ({ trial, stretch, kind: kindOf(model, trial, stretch) })));

/**
 * Bars as they are drawn. Where several share a pixel, one of its moments decides who has it, so that each kind has the share of the lane that it has of the time;
 * those of a kind that are less than a pixel apart are one block.
 * @param {Bar[]} bars
 * @param {number} elapsed now
 * @param {(ran: Span) => number} pixelAt how many seconds a pixel is there; 0 makes every bar a block
 * @returns {Block[]}
 */
export function blocksOf(bars, elapsed, pixelAt) {
  const [blocks, last] = [[], new Map()];
  for (const { stretch: { worker, from, to }, kind } of bars.toSorted((a, b) => a.stretch.from - b.stretch.from)) {
    const ran = { from, to: to ?? elapsed };
    const pixel = pixelAt(ran);
    const shown = ran.to - ran.from >= pixel ? ran : pixelOf(ran, pixel, alwaysShown.has(kind));
    if (!shown) continue;
    const lane = `${kind} ${worker}`;
    const before = last.get(lane);
    // 0.99: two pixels with one of another kind between them stay two
    if (before && shown.from - before.to < 0.99 * pixel) {
      before.to = Math.max(before.to, shown.to);
    } else {
      last.set(lane, { ...shown, worker, kind });
      blocks.push(last.get(lane));
    }
  }
  return blocks;
}

/**
 * The bars as points of their traces.
 * @param {Bar[]} bars
 * @param {number} elapsed now
 * @param {boolean} isSeparated whether each bar is one, however thin
 * @param {Span} view the part of the axis that is in sight
 */
export function barPoints(bars, elapsed, isSeparated, view) {
  const points = new Map(kinds.map(kind => [kind, noPoints()]));
  const pixelAt = isSeparated ? () => 0 : pixelsOf(view, elapsed);
  for (const { worker, kind, from, to } of blocksOf(bars, elapsed, pixelAt)) addBlock(points.get(kind), worker, from, to);
  return points;
}

/** No numbers yet. */
export const noLabels = () => new Map([['darkLabels', noPoints()], ['lightLabels', noPoints()]]);

/**
 * The trials' numbers, on bars that are wide enough for them.
 * @param {Bar[]} bars
 * @param {number} elapsed now
 * @param {{from: number, to: number, pixels: number}} view the part of the axis that is in sight
 * @param {number} charWidth in pixels
 */
export function labelPoints(bars, elapsed, { from, to, pixels }, charWidth) {
  const points = noLabels();
  for (const { trial, stretch, kind } of bars) {
    const [left, right] = [Math.max(from, stretch.from), Math.min(to, stretch.to ?? elapsed)];
    const text = String(trial.id);
    if ((right - left) * pixels / (to - from) < (text.length + 1) * charWidth) continue;
    addPoint(points.get(strongKinds.has(kind) ? 'lightLabels' : 'darkLabels'), (left + right) / 2, stretch.worker, text);
  }
  return points;
}

/** How many stretches there are, drawn or not. */
export const countStretches = model => model.trials.reduce((sum, trial) => sum + trial.stretches.length, 0);

/** The share of the workers' time that was spent on trials; null before there is any. */
export function busyShare(model, lanes) {
  const stretches = model.trials.flatMap(trial => trial.stretches);
  const busy = stretches.reduce((sum, { from, to }) => sum + Math.max(0, (to ?? model.elapsed) - from), 0);
  return model.elapsed > 0 ? Math.min(1, busy / (lanes * model.elapsed)) : null;
}

/** The bar at a place; null between bars. */
export const barAt = (bars, { x, y }, elapsed) =>
  bars.find(({ stretch }) => stretch.worker === Math.round(y) && x >= stretch.from && x <= (stretch.to ?? elapsed)) ?? null;

/** The pixel that a span shorter than it has, or none. */
function pixelOf({ from, to }, pixel, isAlwaysShown) {
  const first = Math.floor(from / pixel);
  const own = [first, first + 1].find(place => isAlwaysShown || (momentOf(place) >= from / pixel && momentOf(place) <= to / pixel));
  return own === undefined ? null : { from: own * pixel, to: (own + 1) * pixel };
}

/** Not always the middle, or what comes in even steps would be seen everywhere or nowhere; the golden ratio spreads them evenly (Weyl). */
const momentOf = place => place + (place * 0.6180339887498949) % 1;

function kindOf(model, trial, stretch) {
  if (stretch.to === null) return 'running';
  if (trial.id === model.incumbent?.trial) return 'best';
  if (stretch !== trial.stretches.at(-1) || stretch.to !== trial.endedAt) return 'paused';
  if (isFailure(trial)) return 'failed';
  return trial.status === 'completed' ? 'finished' : 'cut';
}

/** How many seconds a pixel is: in sight as it is zoomed, elsewhere as if all were in sight. In steps of two, so that not everything moves with each second. */
function pixelsOf({ from, to }, elapsed) {
  const [inSight, elsewhere] = [Math.min(to - from, elapsed), elapsed].map(span => 2 ** Math.ceil(Math.log2(span / pixels)));
  return ran => ran.to >= from && ran.from <= to ? inSight : elsewhere;
}

function addBlock(points, lane, from, to) {
  const [low, high] = [lane - halfHeight, lane + halfHeight];
  // round the corners, and a gap before the next one
  points.x.push(from, to, to, from, from, null);
  points.y.push(low, low, high, high, low, null);
}
