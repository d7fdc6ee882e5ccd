// Who ran when, live: a lane a worker, a bar for each stretch of a trial, in which it was run without a break.
import { count, errorText, factLines, reasons, seconds, statusText, whole, within } from './format.js';
import { Moving } from './points.js';
import { StudyFigure } from './study-figure.js';
import { isFailure } from './study-model.js';
import { barAt, barPoints, busyShare, countStretches, labelPoints, noLabels, timelineBars } from './timeline-columns.js';

const rowsShown = 200;

export class TimelineFigure extends StudyFigure {
  hasLogScale = false;
  /** Bars that grow need no more than a picture a second; the time is better spent on the other charts. */
  shortestRest = 1000;
  #workers;
  #bars = [];
  #elapsed = 0;
  #moving = new Moving();
  #charWidth = 0;

  /** @param {number} workers how many there are, whether they have run a trial or not */
  constructor(workers) {
    super('timeline', 'Who ran when', ['best', 'finished', 'running', 'paused', 'cut', 'failed', 'idle', 'standstill'].map(kind => `bar-${kind}`));
    this.#workers = workers;
  }

  /** The height of the drawing in rem. */
  height(model) {
    const lanes = this.#lanes(model);
    return 3.5 + Math.max(2, lanes) * (lanes <= 8 ? 1.9 : lanes <= 16 ? 1.4 : lanes <= 32 ? 1 : 0.6);
  }

  /** The points of the whole figure. */
  begin(model, palette) {
    this.#moving = new Moving();
    this.#charWidth = palette.fontSize * 0.6;
    this.#moving.changed(noLabels());
    return this.#moving.changed(this.#barPoints(model, { from: 0, to: model.elapsed }));
  }

  /** Draws what is new since the last time. */
  async advance(model, plot) {
    await this.move(model, plot, this.#moving.changed(this.#barPoints(model, plot.view)));
    // the bars may have moved the axis, and which numbers fit depends on it
    await this.move(model, plot, this.#moving.changed(labelPoints(this.#bars, this.#elapsed, plot.view, this.#charWidth)));
    return null;
  }

  /** What there is to say about a place on the axes; null when there is nothing. */
  tip(place) {
    const bar = barAt(this.#bars, place, this.#elapsed);
    if (!bar) return null;
    const { trial, stretch, kind } = bar;
    const end = stretch.to ?? this.#elapsed;
    return [
      `Trial ${trial.id} on worker ${stretch.worker}, ${kind === 'paused' ? 'then paused' : within(statusText(trial.status))}`,
      `${seconds(stretch.from)} to ${stretch.to === null ? 'now' : seconds(end)}, ${seconds(end - stretch.from)} long`,
      ...(stretch.reason ? [`Went on: ${stretch.reason}`] : []),
      ...factLines(trial),
      ...reasons(trial),
    ].join('\n');
  }

  summary(model) {
    const lanes = this.#lanes(model);
    const busy = busyShare(model, lanes);
    const stretches = countStretches(model);
    const pauses = model.standstills.length;
    return [
      `${count(lanes, 'worker')}${busy === null ? '' : `, busy ${Math.round(100 * busy)} % of the time`}.`,
      stretches > model.trials.length ? `${count(model.trials.length, 'trial')} in ${whole(stretches)} stretches.` : '',
      pauses > 0 ? `The study was paused ${pauses === 1 ? 'once' : `${pauses} times`}; its time stood still.` : '',
    ].filter(Boolean).join(' ');
  }

  tables(model) {
    const bars = timelineBars(model).sort((a, b) => b.stretch.from - a.stretch.from || b.trial.id - a.trial.id);
    const rows = bars.slice(0, rowsShown).map(({ trial, stretch, kind }) => [
      stretch.worker, trial.id, seconds(stretch.from), stretch.to === null ? 'now' : seconds(stretch.to),
      kind === 'paused' ? 'Paused' : statusText(trial.status, model.state), errorText(errorBy(trial, stretch)), stretch.reason ?? trial.reason,
    ]);
    return [this.table(model, 0, rows, bars.length > rowsShown ? { caption: `The last ${rowsShown} stretches` } : {})];
  }

  #lanes(model) {
    return Math.max(this.#workers, model.workers, model.askedWorkers, 1);
  }

  #barPoints(model, view) {
    this.#bars = timelineBars(model);
    this.#elapsed = model.elapsed;
    return barPoints(this.#bars, model.elapsed, this.#isSeparated(model), view);
  }

  /** Whether bars have a thin line around them, and each is one: of very many that are thinner than a pixel it would leave nothing. */
  #isSeparated(model) {
    return this.described(model).data[0].mode !== 'none';
  }
}

/** The trial's error when the stretch was over. */
function errorBy(trial, { to }) {
  if (isFailure(trial)) return null;
  const place = trial.times.findLastIndex(time => to === null || time <= to);
  return trial.errors[place] ?? null;
}
