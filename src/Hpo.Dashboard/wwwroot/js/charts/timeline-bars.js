// The bars of a timeline: where they lie and how they look. Pure: no DOM, no plotly.
import { isFailure } from './study-model.js';

/** More bars than a wide screen has room for; of more, the last ones are drawn. */
const mostBars = 4000;

/** @typedef {{trial: import('./study-model.js').Trial, stretch: import('./study-model.js').Stretch, kind: string}} Bar */

/**
 * A bar for every stretch in which a worker ran a trial.
 * @param {import('./study-model.js').StudyModel} model
 * @returns {Bar[]}
 */
export function timelineBars(model) {
  const bars = model.trials.flatMap(trial => trial.stretches.map(stretch => ({ trial, stretch, kind: kindOf(model, trial, stretch) })));
  return bars.length <= mostBars ? bars : bars.sort((a, b) => a.stretch.from - b.stretch.from || a.trial.id - b.trial.id).slice(-mostBars);
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

function kindOf(model, trial, stretch) {
  if (stretch.to === null) return 'running';
  if (trial.id === model.incumbent?.trial) return 'best';
  if (stretch !== trial.stretches.at(-1) || stretch.to !== trial.endedAt) return 'paused';
  if (isFailure(trial)) return 'failed';
  return trial.status === 'completed' ? 'finished' : 'cut';
}
