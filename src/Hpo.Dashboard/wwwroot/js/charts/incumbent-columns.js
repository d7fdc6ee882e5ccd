// Which trial stands where on the chart of the best error over time: the points of the described traces, by their keys. The rule of C# (BestOverTime), held to
// it by a test. Pure: no DOM, no plotly.
import { hoverText, stepText } from './format.js';
import { addPoint, noPoints } from './points.js';
import { handsIn, isFailure, lastError, openTrials } from './study-model.js';

/**
 * Ended trials from a place in their order on, each in the trace it belongs to.
 * @param {import('./study-model.js').StudyModel} model
 * @param {number} from
 * @param {number} every one of so many trials is drawn
 */
export function endedPoints(model, from, every) {
  const points = new Map([['finished', noPoints()], ['given', noPoints()], ['failed', noPoints()]]);
  for (const trial of model.ended.slice(from).map(id => model.trials[id])) {
    // a new best is marked on the line in any case
    if (trial.id % every !== 0) continue;
    const target = points.get(handsIn(trial) ? 'finished' : isFailure(trial) ? 'failed' : 'given');
    // where its last error was known: a paused trial may have been ended long after; in the strip the height means nothing
    addPoint(target, trial.stretches.at(-1).to, handsIn(trial) ? lastError(trial) : 0.5, hoverText(trial, model.state));
  }
  return points;
}

/** The line's steps. */
export const stepPoints = (model, steps) => ({
  x: steps.map(step => step.elapsed),
  y: steps.map(step => step.error),
  text: steps.map(step => stepText(step, model.trials[step.trial])),
});

/** Both bars of the signs of paused trials. */
export function pausedPoints(model) {
  const paused = latestReports(model, 'paused');
  return new Map([['pausedLeft', paused], ['pausedRight', paused]]);
}

/** What moves from event to event: running trials at their latest report, and the line from the last step to now. */
export const livePoints = (model, steps) => new Map([
  ['running', latestReports(model, 'running')], ['now', fromTheStart(lineToNow(model, steps, steps.length))],
]);

/** The line from the last of so many steps over those after it to now. */
export function lineToNow(model, steps, drawn) {
  const line = noPoints();
  // before the first step the line is not there, and the axis grows all the same
  let last = steps[drawn - 1] ?? { elapsed: 0, error: null };
  addPoint(line, last.elapsed, last.error, '');
  for (const step of steps.slice(drawn)) {
    addPoint(line, step.elapsed, last.error, '');
    addPoint(line, step.elapsed, step.error, '');
    last = step;
  }
  addPoint(line, model.elapsed, last.error, '');
  return line;
}

/**
 * With a point at 0, which has no mark and no line: the axis begins there in any case, and what lies alone on it does not lie on its edge.
 * @param {import('./points.js').Points} line
 */
function fromTheStart(line) {
  const first = line.y.find(y => y !== null);
  return first === undefined ? line : { x: [0, null, ...line.x], y: [first, null, ...line.y], text: ['', '', ...line.text] };
}

/** Trials of a status at their latest report. */
export function latestReports(model, status) {
  const points = noPoints();
  for (const trial of openTrials(model).filter(trial => trial.times.length > 0 && trial.status === status)) {
    addPoint(points, trial.times.at(-1), trial.errors.at(-1), hoverText(trial, model.state));
  }
  return points;
}
