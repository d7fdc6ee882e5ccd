// The best error so far against the time it took: a true step line, every trial as a point, what went wrong on a strip of its own.
import { baseLayout, pauseBars } from './figure-layout.js';
import { configurationText, count, errorText, errorWords, hoverText, seconds, statusesText, statusText, stepText, trialsStarted, whole } from './format.js';
import { translucent } from './palette.js';
import { addPoint, Moving, noPoints, pointStride } from './points.js';
import { hasMinimum, minimumLine, sensibleRange } from './sensible-range.js';
import { finalSteps, handsIn, hasLaterErrors, hasPauses, hasRunning, isFailure, lastError, openTrials } from './study-model.js';

const trace = { points: 0, given: 1, failed: 2, pausedLeft: 3, pausedRight: 4, running: 5, steps: 6, now: 7 };
const rowsShown = 200;
/** Milliseconds until what was drawn over the chart is drawn in it, where it can be pointed at; longer if drawing takes more than a tenth of that. */
const liveDelay = 1000, delayPerWork = 10;
/** And what cannot be drawn over it waits for so many times as long as drawing takes. */
const urgentDelayPerWork = 3;

export class IncumbentChart {
  name = 'incumbent';
  title = 'Best error over time';
  yTitle = model => model.objective.measures;
  /** It rests by itself from what takes long. */
  restPerWork = 1;
  legend = [
    ['steps', 'best so far'], ['point', 'finished trial'], ['hollow', model => `${model.state === 'paused' ? 'resting' : 'running'}, latest report`, hasRunning], ['pause', 'paused', hasPauses],
    ['minimum', 'the known minimum', hasMinimum], ['cross', model => `${statusesText(lostTrials(model), model)}: no error to show`, model => model.lost > 0],
  ];

  /** Trials that went on may have ended with another error than the one that counts: a person may want to see only those that they ended with. */
  hasFinal = hasLaterErrors;

  #isFinal = false;
  #isLog = false;
  #isCut = false;
  #ended = 0;
  #steps = 0;
  #told = 0;
  #moving = new Moving();
  #size = 0;
  #drawnAt = 0;
  #work = 0;

  /** What, when it changes, makes a new figure necessary. */
  shape(model) {
    return [stripName(model), statusesText(lostTrials(model), model), pointStride(model.ended.length)].join();
  }

  hasPoints(model) {
    return model.ended.length > 0 || model.lastEpoch > 0;
  }

  /**
   * The whole figure.
   * @param {import('./study-model.js').StudyModel} model
   * @param {import('./palette.js').Palette} palette
   */
  figure(model, palette, { isLog, isFinal, isNarrow }) {
    this.#isFinal = isFinal;
    this.#isLog = isLog;
    this.#ended = model.ended.length;
    const steps = this.#stepsOf(model);
    this.#steps = this.#told = steps.length;
    this.#moving = new Moving();
    this.#drawnAt = performance.now();
    const points = new Map([
      ...endedPoints(model, 0), [trace.steps, stepPoints(model, steps)], ...this.#moving.changed(new Map([...pausedPoints(model), ...livePoints(model, steps)])),
    ]);
    const size = this.#size = palette.fontSize;
    const [left, right] = pauseBars(palette);
    const styles = {
      [trace.points]: { name: 'finished', mode: 'markers', marker: { size: size * 0.6, color: translucent(palette.trial, 0.75), line: { width: 1, color: palette.surface } } },
      [trace.given]: { name: statusesText(lostTrials(model).filter(trial => !isFailure(trial)), model), mode: 'markers', yaxis: 'y2', marker: { symbol: 'line-ns-open', size: size * 0.7, color: palette.muted, line: { width: 2, color: palette.muted } } },
      [trace.failed]: { name: statusesText(lostTrials(model).filter(isFailure), model), mode: 'markers', yaxis: 'y2', marker: { symbol: 'x-thin-open', size: size * 0.62, color: palette.failed, line: { width: 2.5, color: palette.failed } } },
      [trace.pausedLeft]: { name: 'paused', mode: 'markers', marker: left },
      [trace.pausedRight]: { name: 'paused', showlegend: false, mode: 'markers', hoverinfo: 'skip', hovertemplate: null, marker: right },
      [trace.running]: { name: 'running', mode: 'markers', opacity: 0, marker: { symbol: 'circle-open', size: size * 0.75, color: palette.text, line: { width: 2 } } },
      [trace.steps]: { name: 'best so far', mode: 'lines+markers', line: { shape: 'hv', width: size * 0.2, color: palette.incumbent }, marker: { size: size * 0.7, color: palette.incumbent, line: { width: 1.5, color: palette.surface } } },
      [trace.now]: { name: 'until now', showlegend: false, opacity: 0, mode: 'lines', hoverinfo: 'skip', line: { width: size * 0.2, color: palette.incumbent } },
    };
    const data = Object.entries(styles).map(([index, style]) =>
      ({ type: 'scatter', hovertemplate: '%{text}<extra></extra>', ...style, ...points.get(Number(index)) }));
    const layout = baseLayout(palette, { isLog, isNarrow, strip: stripName(model), xTitle: 'seconds since the start', yTitle: this.yTitle(model) });
    layout.xaxis.rangemode = 'tozero';
    layout.shapes.push(...minimumLine(model, palette, isLog));
    return { data, layout };
  }

  /**
   * Shows what is new since the last time; returns the new best if there is one. Most of it is drawn over the chart at once, and in it now and then: that takes
   * as long as there are trials.
   */
  async advance(model, plot, layer) {
    const steps = this.#stepsOf(model);
    const best = steps.length > this.#told ? steps.at(-1) : null;
    this.#told = steps.length;
    const paused = pausedPoints(model);
    const isUrgent = steps.length > this.#steps || this.#moving.hasChanged(paused) || (!plot.zoom.x && isAtTheEnd(model.elapsed, plot.view));
    const delay = isUrgent ? urgentDelayPerWork * this.#work : Math.max(liveDelay, delayPerWork * this.#work);
    if (model.isOver || performance.now() >= this.#drawnAt + delay) await this.#draw(model, plot, paused);
    const fresh = endedPoints(model, this.#ended).get(trace.points);
    const running = latestReports(model, trial => trial.status === 'running');
    await this.#fit(model, plot, steps);
    layer.draw(plot.area, { line: lineToNow(model, steps, this.#steps), rings: running, dots: fresh, size: this.#size });
    return best;
  }

  /** Shows the part of the y axis where something is decided, unless a person has chosen what to see. */
  async #fit(model, plot, steps) {
    const part = this.#isLog ? null : sensibleRange(errorsOf(model), steps, model.objective.minimum);
    this.#isCut = await plot.fitY(part?.range ?? null) && part.isCut;
  }

  /** Draws in the chart what is only drawn over it. */
  settle(model, plot) {
    return this.#draw(model, plot, pausedPoints(model));
  }

  async #draw(model, plot, paused) {
    const began = performance.now();
    const steps = this.#stepsOf(model);
    const fresh = endedPoints(model, this.#ended).set(trace.steps, stepPoints(model, steps.slice(this.#steps)));
    this.#ended = model.ended.length;
    this.#steps = steps.length;
    await plot.move(this.#moving.changed(new Map([...paused, ...livePoints(model, steps)])), fresh);
    this.#drawnAt = performance.now();
    this.#work = this.#drawnAt - began;
  }

  /** The steps of the line: every new best, or those by errors that trials ended with. */
  #stepsOf(model) {
    return this.#isFinal ? finalSteps(model) : model.incumbents;
  }

  summary(model) {
    const best = this.#stepsOf(model).at(-1);
    return [
      best && this.#isFinal ? `Best final error ${errorText(best.error)}, trial ${best.trial}, after ${seconds(best.elapsed)}.`
        : best ? `Best error ${errorWords(model.trials[best.trial])}, trial ${best.trial}, after ${seconds(best.elapsed)}.` : model.isOver ? 'No trial handed in an error.' : 'No result yet.',
      `${trialsStarted(model)}.`,
      pointStride(model.ended.length) > 1 ? `One of every ${pointStride(model.ended.length)} is drawn.` : '',
    ].filter(Boolean).join(' ');
  }

  /** What is not in the picture; null when everything is. */
  logNote(model, { isLog }) {
    if (this.#isCut) return 'Some points lie above the picture: Reset zoom shows all of it.';
    return isLog && model.incumbent !== null && model.incumbent.error <= 0 ? 'Errors of 0 and below have no place on a log scale.' : null;
  }

  tables(model) {
    const trials = model.ended.slice(-rowsShown).reverse().map(id => model.trials[id]);
    return [
      {
        caption: this.#isFinal ? 'Each new best by the errors that trials ended with' : 'Each new best',
        columns: ['after', 'error', 'epoch', 'trial', 'configuration'],
        rows: this.#stepsOf(model).map(step => [seconds(step.elapsed), errorText(step.error), step.epoch, step.trial, configurationText(model.trials[step.trial].configuration)]),
      },
      {
        caption: model.ended.length > rowsShown ? `The last ${rowsShown} of ${whole(model.ended.length)} ended trials` : 'Ended trials, the last one first',
        columns: ['trial', 'ended after', 'status', 'error', 'runtime', 'configuration'],
        rows: trials.map(trial => [
          trial.id, seconds(trial.endedAt), statusText(trial.status, model.state), errorText(handsIn(trial) ? lastError(trial) : null), seconds(trial.runtime),
          configurationText(trial.configuration),
        ]),
      },
    ];
  }
}

const lostTrials = model => model.ended.map(id => model.trials[id]).filter(trial => !handsIn(trial));

/** What the strip holds; null when there is nothing to put there. */
function stripName(model) {
  return model.lost === 0 ? null : 'no error';
}

/** Ended trials from a place in their order on, each in the trace it belongs to. */
function endedPoints(model, from) {
  const points = new Map([[trace.points, noPoints()], [trace.given, noPoints()], [trace.failed, noPoints()]]);
  const stride = pointStride(model.ended.length);
  for (const trial of model.ended.slice(from).map(id => model.trials[id])) {
    // a new best is marked on the line in any case
    if (trial.id % stride !== 0) continue;
    const target = points.get(handsIn(trial) ? trace.points : isFailure(trial) ? trace.failed : trace.given);
    // where its last error was known: a paused trial may have been ended long after; in the strip the height means nothing
    addPoint(target, trial.stretches.at(-1).to, handsIn(trial) ? lastError(trial) : 0.5, hoverText(trial, model.state));
  }
  return points;
}

function stepPoints(model, steps) {
  return {
    x: steps.map(step => step.elapsed),
    y: steps.map(step => step.error),
    text: steps.map(step => stepText(step, model.trials[step.trial])),
  };
}

/** Whether there is next to no room left on the axis. */
const isAtTheEnd = (elapsed, { from, to }) => elapsed > from + 0.99 * (to - from);

function pausedPoints(model) {
  const paused = latestReports(model, trial => trial.status === 'paused');
  return new Map([[trace.pausedLeft, paused], [trace.pausedRight, paused]]);
}

/** What moves from event to event: running trials at their latest report, and the line from the last step to now. */
const livePoints = (model, steps) => new Map([
  [trace.running, latestReports(model, trial => trial.status === 'running')], [trace.now, fromTheStart(lineToNow(model, steps, steps.length))],
]);

/** The line from the last of so many steps over those after it to now. */
function lineToNow(model, steps, drawn) {
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

/** Every error that has a place on the chart. */
function errorsOf(model) {
  const trials = [...model.ended.map(id => model.trials[id]).filter(handsIn), ...openTrials(model).filter(trial => trial.times.length > 0)];
  return trials.map(lastError).filter(error => error !== null);
}

function latestReports(model, isMeant) {
  const points = noPoints();
  for (const trial of openTrials(model).filter(trial => trial.times.length > 0 && isMeant(trial))) {
    addPoint(points, trial.times.at(-1), trial.errors.at(-1), hoverText(trial, model.state));
  }
  return points;
}
