// The best error so far against the time it took, live: what is new is drawn over the described figure at once, and in it now and then.
import { configurationText, errorText, errorWords, seconds, statusText, trialsStarted, whole } from './format.js';
import { endedPoints, latestReports, lineToNow, livePoints, pausedPoints, stepPoints } from './incumbent-columns.js';
import { Moving } from './points.js';
import { StudyFigure } from './study-figure.js';
import { finalSteps, handsIn, hasLaterErrors, lastError } from './study-model.js';

const rowsShown = 200;
/** Milliseconds until what was drawn over the chart is drawn in it, where it can be pointed at; longer if drawing takes more than a tenth of that. */
const liveDelay = 1000, delayPerWork = 10;
/** And what cannot be drawn over it waits for so many times as long as drawing takes. */
const urgentDelayPerWork = 3;

export class IncumbentFigure extends StudyFigure {
  /** It rests by itself from what takes long. */
  restPerWork = 1;
  #isFinalOffered = false;
  #isFinal = false;
  #isLog = false;
  #cut = null;
  #ended = 0;
  #steps = 0;
  #told = 0;
  #moving = new Moving();
  #size = 0;
  #drawnAt = 0;
  #work = 0;

  constructor() {
    super('incumbent', 'Best error over time', ['steps', 'point', 'hollow', 'pause', 'minimum', 'cross']);
  }

  /**
   * Trials that went on may have ended with another error than the one that counts: a person may want to see only those that they ended with. Offered from the
   * start where there are rungs, and not taken back while errors come and go: buttons that change their number move the chart.
   */
  hasFinal(model) {
    return this.#isFinalOffered ||= model.brackets.length > 0 || hasLaterErrors(model);
  }

  /** The points of the whole figure; from here on what is new is added. */
  begin(model, palette, { isLog, isFinal }) {
    this.#isFinal = isFinal;
    this.#isLog = isLog;
    this.#ended = model.ended.length;
    const steps = this.#stepsOf(model);
    this.#steps = this.#told = steps.length;
    this.#moving = new Moving();
    this.#drawnAt = performance.now();
    this.#size = palette.fontSize;
    return new Map([
      ...endedPoints(model, 0, this.described(model).every), ['steps', stepPoints(model, steps)],
      ...this.#moving.changed(new Map([...pausedPoints(model), ...livePoints(model, steps)])),
    ]);
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
    const fresh = endedPoints(model, this.#ended, this.described(model).every).get('finished');
    await this.#fit(model, plot);
    layer.draw(plot.area, { line: lineToNow(model, steps, this.#steps), rings: latestReports(model, 'running'), dots: fresh, size: this.#size });
    return best;
  }

  /** Shows the part of the y axis where something is decided, unless a person has chosen what to see. */
  async #fit(model, plot) {
    const fit = this.#isLog ? null : model.fits[this.#isFinal ? 'final' : 'incumbent'] ?? null;
    this.#cut = await plot.fitY(fit ? [fit.from, fit.to] : null) ? fit.note ?? null : null;
  }

  /** Draws in the chart what is only drawn over it. */
  settle(model, plot) {
    return this.#draw(model, plot, pausedPoints(model));
  }

  async #draw(model, plot, paused) {
    const began = performance.now();
    const steps = this.#stepsOf(model);
    const fresh = endedPoints(model, this.#ended, this.described(model).every).set('steps', stepPoints(model, steps.slice(this.#steps)));
    this.#ended = model.ended.length;
    this.#steps = steps.length;
    await this.move(model, plot, this.#moving.changed(new Map([...paused, ...livePoints(model, steps)])), fresh);
    this.#drawnAt = performance.now();
    this.#work = this.#drawnAt - began;
  }

  /** The steps of the line: every new best, or those by errors that trials ended with. */
  #stepsOf(model) {
    return this.#isFinal ? finalSteps(model) : model.incumbents;
  }

  summary(model) {
    const best = this.#stepsOf(model).at(-1);
    const { every } = this.described(model);
    return [
      best && this.#isFinal ? `Best final error ${errorText(best.error)}, trial ${best.trial}, after ${seconds(best.elapsed)}.`
        : best ? `Best error ${errorWords(model.trials[best.trial])}, trial ${best.trial}, after ${seconds(best.elapsed)}.` : model.isOver ? 'No trial handed in an error.' : 'No result yet.',
      `${trialsStarted(model)}.`,
      every > 1 ? `One of every ${every} is drawn.` : '',
    ].filter(Boolean).join(' ');
  }

  logNote(model) {
    return this.#cut ?? super.logNote(model);
  }

  tables(model) {
    const trials = model.ended.slice(-rowsShown).reverse().map(id => model.trials[id]);
    return [
      this.table(
        model, 0,
        this.#stepsOf(model).map(step => [seconds(step.elapsed), errorText(step.error), step.epoch, step.trial, configurationText(model.trials[step.trial].configuration)]),
        this.#isFinal ? { caption: 'Each new best by the errors that trials ended with' } : {}),
      this.table(
        model, 1,
        trials.map(trial => [
          trial.id, seconds(trial.endedAt), statusText(trial.status, model.state), errorText(handsIn(trial) ? lastError(trial) : null), seconds(trial.runtime),
          configurationText(trial.configuration),
        ]),
        model.ended.length > rowsShown ? { caption: `The last ${rowsShown} of ${whole(model.ended.length)} ended trials` } : {}),
    ];
  }
}

/** Whether there is next to no room left on the axis. */
const isAtTheEnd = (elapsed, { from, to }) => elapsed > from + 0.99 * (to - from);
