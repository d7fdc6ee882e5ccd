// Which learning curve stands where: the points of the described traces, by their keys. The rule of C# (LearningCurves), held to it by a test. Pure: no DOM, no plotly.
import { hoverText } from './format.js';
import { addPoint, noPoints, strideOf } from './points.js';
import { isFailure, openTrials } from './study-model.js';

/**
 * Curves of ended trials from a place in their order on.
 * @param {import('./study-model.js').StudyModel} model
 * @param {number} from
 * @param {number} every one of so many curves is drawn
 */
export function endedCurves(model, from, every) {
  const points = new Map([['finished', noPoints()], ['stopped', noPoints()], ['failed', noPoints()]]);
  for (let place = Math.ceil(from / every) * every; place < model.ended.length; place += every) {
    const trial = model.trials[model.ended[place]];
    const text = hoverText(trial, model.state);
    addCurve(points.get('finished'), trial, text);
    if (trial.status === 'stopped' && trial.epochs.length > 0) addPoint(points.get('stopped'), trial.epochs.at(-1), trial.errors.at(-1), text);
    // it failed in the epoch after its last report; in the strip the height means nothing
    if (isFailure(trial)) addPoint(points.get('failed'), (trial.epochs.at(-1) ?? 0) + 1, 0.5, text);
  }
  return points;
}

/** Curves that have not come to their end, and the best trial's. */
export function movingCurves(model) {
  const points = new Map(['paused', 'running', 'best', 'pausedLeft', 'ends'].map(key => [key, noPoints()]));
  const open = openTrials(model).filter(trial => trial.epochs.length > 0);
  const paused = open.filter(trial => trial.status !== 'running');
  const every = strideOf(paused.length, model.mostCurves);
  addCurves(points.get('running'), points.get('ends'), open.filter(trial => trial.status === 'running'), model.state);
  addCurves(points.get('paused'), points.get('pausedLeft'), paused.filter((_, place) => place % every === 0), model.state);
  const best = model.incumbent && model.trials[model.incumbent.trial];
  if (best) addCurve(points.get('best'), best, hoverText(best, model.state));
  return points.set('pausedRight', points.get('pausedLeft'));
}

/** Curves that have not come to their end, and marks on their last points. */
function addCurves(points, marks, trials, state) {
  for (const trial of trials) {
    const text = hoverText(trial, state);
    addCurve(points, trial, text);
    addPoint(marks, trial.epochs.at(-1), trial.errors.at(-1), text);
  }
}

function addCurve(points, trial, text) {
  if (trial.epochs.length === 0) return;
  trial.epochs.forEach((epoch, i) => addPoint(points, epoch, trial.errors[i], text));
  // a gap, so that no line leads to the next curve
  addPoint(points, null, null, '');
}
