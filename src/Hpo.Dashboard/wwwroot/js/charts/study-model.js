// A study as the browser knows it: folds the hub's frames into trials and incumbents. Pure: no DOM, no clock, no network.
// The server's FrameEncoder, SnapshotColumns and EventRows say what is in a frame.

import { improves } from './improves.js';

/**
 * @typedef {object} Trial
 * @property {number} id
 * @property {Record<string, number | string | boolean | null>} configuration
 * @property {string} reason why this configuration
 * @property {number | null} parent the trial from whose checkpoint it went on
 * @property {number | null} enqueued null unless a person asked for it
 * @property {string} status
 * @property {number} startedAt seconds since the start of the study, as all times
 * @property {number | null} endedAt
 * @property {number} runtime seconds
 * @property {string | null} endReason why it ended or was paused
 * @property {number[]} epochs the learning curve, column by column
 * @property {(number | null)[]} errors
 * @property {{epoch: number, error: number} | null} best the smallest error that it has handed in, which counts
 * @property {number[]} times
 * @property {Stretch[]} stretches when and by whom it was run; its pauses lie between them
 */

/**
 * @typedef {object} Stretch
 * @property {number} worker
 * @property {number} from
 * @property {number | null} to null while it runs
 * @property {string | null} reason why the trial went on, and what had to be computed again; null for a first stretch
 */

const failures = new Set(['notANumber', 'infinite', 'failed', 'timedOut']);
const handIns = new Set(['completed', 'stopped', 'paused']);

/** Whether the trial went wrong. */
export const isFailure = trial => failures.has(trial.status);

/** Whether the trial's last error counts. */
export const handsIn = trial => handIns.has(trial.status) && lastError(trial) !== null;

/** The trial's last reported error; null before the first, and for a trial that failed. */
export const lastError = trial => isFailure(trial) ? null : trial.errors.at(-1) ?? null;

/** The error that counts: the smallest it has handed in, or the last one reported as long as there is none. */
export const countedError = trial => trial.best?.error ?? lastError(trial);

/** Whether any trial came to another error than the one that counts. */
export const hasLaterErrors = model => model.trials.some(trial => trial.best !== null && trial.epochs.at(-1) !== trial.best.epoch);

/**
 * The best so far when only the errors count that trials ended with.
 * @param {StudyModel} model
 */
export function finalSteps(model) {
  const steps = [];
  for (const trial of model.ended.map(id => model.trials[id]).filter(handsIn)) {
    const error = lastError(trial);
    if (improves(error, steps.at(-1)?.error ?? null)) steps.push({ elapsed: trial.endedAt, trial: trial.id, error, epoch: trial.epochs.at(-1) });
  }
  return steps;
}

/** Trials that run, are paused or wait to be run again, by number. */
export const openTrials = model => [...model.open].sort((a, b) => a - b).map(id => model.trials[id]);

export class StudyModel {
  /** The last event taken in; 0 before the first. */
  sequence = 0;
  /** How long the study has run, by the server's clock. */
  elapsed = 0;
  state = 'created';
  /** Seconds until the server speaks again at the latest. */
  beat = 5;
  /** Why the study's log ends too early; null as long as all is well. */
  failure = null;
  outcome = null;
  outcomeReason = null;
  /**
   * The figures as the server describes them, without points (src/Hpo.Figures): null for one that this study has not. A new description has a new version.
   * @type {Record<string, {description: object | null, version: number}>}
   */
  figures = {};
  /** @type {Partial<Record<'incumbent' | 'final', {from: number, to: number, note?: string}>>} the part of the y axis of errors to be shown, where it is not all there is */
  fits = {};
  /** @type {number[][]} the scheduler's ladders: rungs in epochs, ascending */
  brackets = [];
  /** How many workers have run a trial. */
  workers = 0;
  /** How many trials a person asked for since the study began; 0 if nobody did. */
  askedTrials = 0;
  /** How many workers a person asked for; 0 if nobody did. */
  askedWorkers = 0;
  /** @type {number[]} when the study was paused: its time stood still there */
  standstills = [];
  /** The largest number of finished learning curves to draw: of others the snapshot has the ends only. */
  mostCurves = Infinity;
  /** Of how many points of a learning curve one was kept in the snapshot. */
  thinned = 1;
  /** Counts snapshots: when it changes, nothing drawn before can be added to. */
  generation = 0;
  /** Counts frames. */
  revision = 0;
  /** @type {Trial[]} by number */
  trials = [];
  /** @type {number[]} numbers of ended trials, in the order in which they ended; only ever appended to within a generation */
  ended = [];
  /** @type {Set<number>} numbers of trials that run, are paused or wait to be run again */
  open = new Set();
  /** How many trials ended without an error that counts. */
  lost = 0;
  /** The largest epoch reported by any trial. */
  lastEpoch = 0;
  /** @type {{elapsed: number, trial: number, error: number}[]} only ever appended to within a generation */
  incumbents = [];

  get incumbent() {
    return this.incumbents.at(-1) ?? null;
  }

  get isOver() {
    return this.state === 'ended';
  }

  /**
   * Takes in a frame.
   * @returns {boolean} false when the frame does not follow what is here: begin again from a snapshot
   */
  apply(frame) {
    if (frame.kind !== 'snapshot' && frame.from !== this.sequence) return false;
    if (frame.kind === 'snapshot') this.#replace(frame);
    for (const row of frame.events ?? []) this.#fold(row);
    for (const [name, description] of Object.entries(frame.figures ?? {})) this.figures[name] = { description, version: (this.figures[name]?.version ?? 0) + 1 };
    this.fits = frame.fits ?? this.fits;
    this.sequence = frame.to;
    this.elapsed = frame.elapsed;
    this.state = frame.state;
    this.beat = frame.beat;
    this.failure = frame.failure ?? null;
    this.revision++;
    return true;
  }

  /** Keeps nothing of the frame itself, which is its giver's. */
  #replace({ trials: columns, incumbents, outcome, outcomeReason, thinned, brackets, mostCurves, numberOfTrials, workers, standstills }) {
    this.generation++;
    this.brackets = brackets;
    this.mostCurves = mostCurves;
    this.askedTrials = numberOfTrials ?? 0;
    this.askedWorkers = workers ?? 0;
    this.standstills = [...standstills];
    this.outcome = outcome ?? null;
    this.outcomeReason = outcomeReason ?? null;
    this.thinned = thinned ?? 1;
    const text = index => index === null ? null : columns.texts[index];
    let [point, stretch] = [0, 0];
    const { worker, ranFrom, ranTo, why } = columns;
    const stretchAt = i => ({ worker: worker[i], from: ranFrom[i], to: ranTo[i], reason: text(why[i]) });
    this.trials = columns.status.map((status, id) => {
      const [from, to] = [point, point += columns.length[id]];
      return {
        id,
        configuration: Object.fromEntries(columns.parameters.map((name, i) => [name, columns.values[i][id]])),
        reason: text(columns.reason[id]),
        parent: columns.parent[id],
        enqueued: columns.enqueued[id],
        status: text(status),
        startedAt: columns.startedAt[id],
        endedAt: columns.endedAt[id],
        runtime: columns.runtime[id],
        endReason: text(columns.endReason[id]),
        epochs: columns.epoch.slice(from, to),
        errors: columns.error.slice(from, to),
        times: columns.reportedAt.slice(from, to),
        stretches: Array.from({ length: columns.stretches[id] }, () => stretchAt(stretch++)),
      };
    });
    this.workers = worker.reduce((most, one) => Math.max(most, one + 1), 0);
    this.ended = [...columns.ended];
    this.open = new Set(this.trials.filter(trial => trial.endedAt === null).map(trial => trial.id));
    this.lost = this.ended.filter(id => !handsIn(this.trials[id])).length;
    this.lastEpoch = columns.epoch.reduce((largest, epoch) => Math.max(largest, epoch), 0);
    this.incumbents = incumbents.trial.map((trial, i) => ({ elapsed: incumbents.elapsed[i], trial, error: incumbents.error[i], epoch: incumbents.epoch[i] }));
    for (const trial of this.trials) trial.best = handsIn(trial) ? { epoch: trial.epochs.at(-1), error: lastError(trial) } : null;
    const { trial: ids, epoch, error } = columns.handedIn;
    ids.forEach((id, i) => { this.trials[id].best = epoch[i] === null ? null : { epoch: epoch[i], error: error[i] }; });
  }

  #fold([name, elapsed, ...rest]) {
    switch (name) {
      case 'start': return this.#start(elapsed, ...rest);
      case 'resume': return this.#resume(elapsed, ...rest);
      case 'lost': return this.#lose(elapsed, ...rest);
      case 'again': return this.#again(...rest);
      case 'report': return this.#report(elapsed, ...rest);
      case 'pause': return this.#pause(elapsed, ...rest);
      case 'end': return this.#end(elapsed, ...rest);
      case 'trials': return [this.askedTrials] = rest;
      case 'workers': return [this.askedWorkers] = rest;
      case 'paused': return this.standstills.push(elapsed);
      case 'over': [this.outcome, this.outcomeReason] = rest;
    }
  }

  #start(elapsed, id, configuration, reason, worker, parent, enqueued) {
    this.trials[id] = {
      id, configuration, reason, parent, enqueued, status: 'running', startedAt: elapsed, endedAt: null, runtime: 0, endReason: null,
      epochs: [], errors: [], times: [], best: null, stretches: [],
    };
    this.open.add(id);
    this.#run(elapsed, id, worker, null);
  }

  #resume(elapsed, id, worker, reason) {
    Object.assign(this.trials[id], { status: 'running', endReason: null });
    this.#run(elapsed, id, worker, reason);
  }

  /** What ran it went away: it waits to be run again. */
  #lose(elapsed, id, runtime, reason) {
    Object.assign(this.trials[id], { status: 'lost', runtime, endReason: reason });
    this.#rest(elapsed, id);
  }

  /** Its checkpoint was lost: why its last stretch begins before its last epoch. */
  #again(id, reason) {
    const stretch = this.trials[id].stretches.at(-1);
    stretch.reason = stretch.reason === null ? reason : `${stretch.reason}; ${reason}`;
  }

  #run(elapsed, id, worker, reason) {
    this.trials[id].stretches.push({ worker, from: elapsed, to: null, reason });
    this.workers = Math.max(this.workers, worker + 1);
  }

  /** No worker runs it any more; none did if it was paused. */
  #rest(elapsed, id) {
    this.trials[id].stretches.at(-1).to ??= elapsed;
  }

  #report(elapsed, id, epoch, error, runtime) {
    const trial = this.trials[id];
    trial.epochs.push(epoch);
    trial.errors.push(error);
    trial.times.push(elapsed);
    trial.runtime = runtime;
    this.lastEpoch = Math.max(this.lastEpoch, epoch);
  }

  #pause(elapsed, id, runtime, reason) {
    Object.assign(this.trials[id], { status: 'paused', runtime, endReason: reason });
    this.#rest(elapsed, id);
    this.#handIn(elapsed, this.trials[id]);
  }

  #end(elapsed, id, status, runtime, reason) {
    Object.assign(this.trials[id], { status, runtime, endedAt: elapsed, endReason: reason });
    this.#rest(elapsed, id);
    this.open.delete(id);
    this.ended.push(id);
    if (!handsIn(this.trials[id])) this.lost++;
    this.#handIn(elapsed, this.trials[id]);
  }

  #handIn(elapsed, trial) {
    if (!handsIn(trial)) return;
    const [error, epoch] = [lastError(trial), trial.epochs.at(-1)];
    if (improves(error, trial.best?.error ?? null)) trial.best = { epoch, error };
    if (improves(error, this.incumbent?.error ?? null)) this.incumbents.push({ elapsed, trial: trial.id, error, epoch });
  }
}
