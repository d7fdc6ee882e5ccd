// The learning curves of all trials, the incumbent's in front. Hundreds of finished ones are one trace with gaps; of thousands a part.
import { baseLayout, pauseBars } from './figure-layout.js';
import { count, errorLines, errorText, hoverText, seconds, statusesText, statusText } from './format.js';
import { translucent } from './palette.js';
import { addPoint, Moving, noPoints } from './points.js';
import { hasPauses, hasRunning, isFailure, openTrials } from './study-model.js';

const trace = { finished: 0, paused: 1, running: 2, best: 3, stopped: 4, pausedLeft: 5, pausedRight: 6, ends: 7, failed: 8 };
const mostMarkers = 600;
const rowsShown = 100;
const tickSteps = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];

export class LearningCurves {
  name = 'curves';
  title = 'Learning curves';
  yTitle = model => model.objective.measures;
  /** What has no epochs has no curves. */
  isWanted = model => model.objective.hasEpochs;
  /** Two pictures a second are enough here; the best error so far is what people wait for. */
  shortestRest = 500;
  legend = [
    ['best', "the best trial's"], ['line', 'finished'], ['live', model => model.state === 'paused' ? 'resting' : 'running', hasRunning], ['pause', 'paused', hasPauses], ['stop', 'stopped early', hasStops],
    ['cross', model => statusesText(failedTrials(model), model), hasFailures], ['rung', 'rung', model => model.brackets.length > 0],
  ];

  #ended = 0;
  #moving = new Moving();

  /** What, when it changes, makes a new figure necessary. */
  shape(model) {
    return [statusesText(failedTrials(model), model), stride(model, model.ended.length), hasMarkers(model), tickStep(model)].join();
  }

  hasPoints(model) {
    return model.lastEpoch > 0;
  }

  figure(model, palette, { isLog, isNarrow }) {
    this.#ended = model.ended.length;
    this.#moving = new Moving();
    const points = new Map([...endedPoints(model, 0), ...this.#moving.changed(movingPoints(model))]);
    const size = palette.fontSize;
    const [left, right] = pauseBars(palette);
    const mode = hasMarkers(model) ? 'lines+markers' : 'lines';
    const line = { mode, hovertemplate: 'Epoch %{x}: error %{y:.4~g}<br>%{text}<extra></extra>' };
    const mark = { mode: 'markers', hovertemplate: '%{text}<extra></extra>' };
    const styles = {
      [trace.finished]: { name: 'finished', ...line, line: { width: 1, color: translucent(palette.trial, 0.45) }, marker: { size: size * 0.25, color: translucent(palette.trial, 0.45) } },
      [trace.paused]: { name: 'paused', ...line, line: { width: 1, dash: 'dot', color: palette.trial }, marker: { size: size * 0.25, color: palette.trial } },
      [trace.running]: { name: 'running', ...line, mode: 'lines', line: { width: size * 0.12, color: palette.text } },
      [trace.best]: { name: "the best trial's", ...line, mode: 'lines+markers', line: { width: size * 0.2, color: palette.incumbent }, marker: { size: size * 0.45, color: palette.incumbent } },
      [trace.stopped]: { name: 'stopped early', ...mark, marker: { symbol: 'square', size: size * 0.5, color: palette.muted, line: { width: 1, color: palette.surface } } },
      [trace.pausedLeft]: { name: 'paused at', showlegend: false, ...mark, marker: left },
      [trace.pausedRight]: { name: 'paused at', showlegend: false, mode: 'markers', hoverinfo: 'skip', marker: right },
      [trace.ends]: { name: 'running on', showlegend: false, ...mark, marker: { symbol: 'circle-open', size: size * 0.6, color: palette.text, line: { width: 1.5 } } },
      [trace.failed]: { name: statusesText(failedTrials(model), model), ...mark, yaxis: 'y2', marker: { symbol: 'x-thin-open', size: size * 0.62, color: palette.failed, line: { width: 2.5, color: palette.failed } } },
    };
    const data = Object.entries(styles).map(([index, style]) => ({ type: 'scatter', ...style, ...points.get(Number(index)) }));
    const layout = baseLayout(palette, { isLog, isNarrow, strip: hasFailures(model) ? 'no error' : null, xTitle: 'epochs', yTitle: this.yTitle(model) });
    layout.xaxis.dtick = tickStep(model);
    layout.shapes.push(...rungLines(model, palette));
    return { data, layout };
  }

  /** Draws what is new since the last time. */
  async advance(model, plot) {
    const fresh = endedPoints(model, this.#ended);
    this.#ended = model.ended.length;
    await plot.move(this.#moving.changed(movingPoints(model)), fresh);
    return null;
  }

  summary(model) {
    const part = stride(model, model.ended.length);
    const best = model.incumbent && model.trials[model.incumbent.trial];
    return [
      `${count(model.trials.length, 'trial')} of up to ${count(model.lastEpoch, 'epoch')}.`,
      best ? `Trial ${best.id} is the best so far: ${progressOf(best)}.` : '',
      part > 1 ? `One of every ${part} finished curves is drawn.` : '',
      model.thinned > 1 ? `Of long curves one of every ${model.thinned} points is drawn.` : '',
    ].filter(Boolean).join(' ');
  }

  logNote(model, { isLog }) {
    return isLog && model.incumbent !== null && model.incumbent.error <= 0 ? 'Errors of 0 and below have no place on a log scale.' : null;
  }

  tables(model) {
    const trials = model.trials.slice(-rowsShown).reverse();
    const epochs = [...new Set(trials.flatMap(trial => trial.epochs))].sort((a, b) => a - b);
    return [{
      caption: [
        model.trials.length > rowsShown ? `The last ${rowsShown} of ${model.trials.length} trials, error after each epoch` : 'Error after each epoch, the last trial first',
        stride(model, model.ended.length) > 1 ? '; of curves that are not drawn, the first and the last epoch may be all there is' : '',
      ].join(''),
      columns: ['trial', 'status', 'runtime', ...epochs.map(epoch => `epoch ${epoch}`)],
      rows: trials.map(trial => [
        trial.id, statusText(trial.status, model.state), seconds(trial.runtime), ...epochs.map(epoch => errorText(trial.errors[trial.epochs.indexOf(epoch)] ?? null)),
      ]),
    }];
  }
}

/** Of so many finished curves one of every 1, 2, 4, … is drawn; the same ones whenever a page is opened. */
function stride(model, curves) {
  let step = 1;
  while (Math.floor(curves / step) > model.mostCurves) step *= 2;
  return step;
}

// a curve of one epoch has no line; the rule never comes back to markers while a study grows
const hasMarkers = model => model.lastEpoch <= 1 || model.ended.length * model.lastEpoch <= mostMarkers;
const tickStep = model => tickSteps.find(step => model.lastEpoch / step <= 12) ?? 5000;
// cancelled trials are lost too, and have no place in the strip of this chart
function hasFailures(model) {
  return model.lost > 0 && failedTrials(model).length > 0;
}

function failedTrials(model) {
  return model.ended.map(id => model.trials[id]).filter(isFailure);
}

function hasStops(model) {
  return model.ended.some(id => model.trials[id].status === 'stopped');
}

/** Where it is decided who goes on; the last rung is the end. */
function rungLines(model, palette) {
  const rungs = new Set(model.brackets.flatMap(bracket => bracket.slice(0, -1)));
  return [...rungs].map(epoch => ({
    type: 'line', xref: 'x', yref: 'paper', x0: epoch, x1: epoch, y0: 0, y1: 1, layer: 'below', line: { width: 1.5, dash: 'dash', color: translucent(palette.muted, 0.6) },
  }));
}

function endedPoints(model, from) {
  const points = new Map([[trace.finished, noPoints()], [trace.stopped, noPoints()], [trace.failed, noPoints()]]);
  const step = stride(model, model.ended.length);
  for (let place = Math.ceil(from / step) * step; place < model.ended.length; place += step) {
    const trial = model.trials[model.ended[place]];
    const text = hoverText(trial, model.state);
    addCurve(points.get(trace.finished), trial, text);
    if (trial.status === 'stopped' && trial.epochs.length > 0) addPoint(points.get(trace.stopped), trial.epochs.at(-1), trial.errors.at(-1), text);
    // it failed in the epoch after its last report; in the strip the height means nothing
    if (isFailure(trial)) addPoint(points.get(trace.failed), (trial.epochs.at(-1) ?? 0) + 1, 0.5, text);
  }
  return points;
}

function movingPoints(model) {
  const points = new Map([trace.paused, trace.running, trace.best, trace.pausedLeft, trace.ends].map(index => [index, noPoints()]));
  const open = openTrials(model).filter(trial => trial.epochs.length > 0);
  const paused = open.filter(trial => trial.status !== 'running');
  const step = stride(model, paused.length);
  addCurves(points.get(trace.running), points.get(trace.ends), open.filter(trial => trial.status === 'running'), model.state);
  addCurves(points.get(trace.paused), points.get(trace.pausedLeft), paused.filter((_, place) => place % step === 0), model.state);
  const best = model.incumbent && model.trials[model.incumbent.trial];
  if (best) addCurve(points.get(trace.best), best, hoverText(best, model.state));
  return points.set(trace.pausedRight, points.get(trace.pausedLeft));
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

function progressOf(trial) {
  const { counts, then } = errorLines(trial);
  const last = then === null ? `${counts} after epoch ${trial.best.epoch}` : `${counts}; ${then}`;
  return trial.epochs.length > 1 ? `${errorText(trial.errors[0])} after its first epoch, ${last}` : last;
}
