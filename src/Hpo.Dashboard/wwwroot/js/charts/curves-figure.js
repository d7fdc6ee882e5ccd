// The learning curves of all trials, live.
import { endedCurves, movingCurves } from './curve-columns.js';
import { count, errorLines, errorText, seconds, statusText, whole } from './format.js';
import { Moving } from './points.js';
import { StudyFigure } from './study-figure.js';

const rowsShown = 100;

export class CurvesFigure extends StudyFigure {
  /** Two pictures a second are enough here; the best error so far is what people wait for. */
  shortestRest = 500;
  #ended = 0;
  #moving = new Moving();

  constructor() {
    super('curves', 'Learning curves', ['best', 'line', 'live', 'pause', 'stop', 'cross', 'rung']);
  }

  /** The points of the whole figure; from here on what is new is added. */
  begin(model) {
    this.#ended = model.ended.length;
    this.#moving = new Moving();
    return new Map([...endedCurves(model, 0, this.described(model).every), ...this.#moving.changed(movingCurves(model))]);
  }

  /** Draws what is new since the last time. */
  async advance(model, plot) {
    const fresh = endedCurves(model, this.#ended, this.described(model).every);
    this.#ended = model.ended.length;
    await this.move(model, plot, this.#moving.changed(movingCurves(model)), fresh);
    return null;
  }

  summary(model) {
    const { every } = this.described(model);
    const best = model.incumbent && model.trials[model.incumbent.trial];
    return [
      `${count(model.trials.length, 'trial')} of up to ${count(model.lastEpoch, 'epoch')}.`,
      best ? `Trial ${best.id} is the best so far: ${progressOf(best)}.` : '',
      every > 1 ? `One of every ${every} finished curves is drawn.` : '',
      model.thinned > 1 ? `Of long curves one of every ${model.thinned} points is drawn.` : '',
    ].filter(Boolean).join(' ');
  }

  tables(model) {
    const trials = model.trials.slice(-rowsShown).reverse();
    const epochs = [...new Set(trials.flatMap(trial => trial.epochs))].sort((a, b) => a - b);
    const caption = [
      model.trials.length > rowsShown ? `The last ${rowsShown} of ${whole(model.trials.length)} trials, error after each epoch` : this.described(model).tables[0].caption,
      this.described(model).every > 1 ? '; of curves that are not drawn, the first and the last epoch may be all there is' : '',
    ].join('');
    const rows = trials.map(trial => [
      trial.id, statusText(trial.status, model.state), seconds(trial.runtime), ...epochs.map(epoch => errorText(trial.errors[trial.epochs.indexOf(epoch)] ?? null)),
    ]);
    return [this.table(model, 0, rows, { caption, columns: epochs.map(epoch => `epoch ${epoch}`) })];
  }
}

function progressOf(trial) {
  const { counts, then } = errorLines(trial);
  const last = then === null ? `${counts} after epoch ${trial.best.epoch}` : `${counts}; ${then}`;
  return trial.epochs.length > 1 ? `${errorText(trial.errors[0])} after its first epoch, ${last}` : last;
}
