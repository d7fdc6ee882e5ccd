// How a study is put in words on the page of its spectators; the same words as on the dashboard's pages. Pure: no DOM.
import { count, seconds } from '../charts/format.js';
import { isFailure, lastError } from '../charts/study-model.js';

const states = { created: 'Not started', running: 'Running', stopping: 'Stopping', pausing: 'Pausing', paused: 'Paused' };

const outcomes = {
  completed: 'Completed', timeLimit: 'Time limit reached', epochLimit: 'Epoch limit reached', targetReached: 'Target reached',
  exhausted: 'Space exhausted', stopped: 'Stopped', cancelled: 'Cancelled', failed: 'Failed', interrupted: 'Interrupted',
};

/** Where a study stands, or how it ended. */
export const stateText = ({ state, outcome, failure }) =>
  failure ? 'Log failed' : state === 'ended' ? outcomes[outcome] ?? 'Ended' : states[state] ?? state;

/** The colour that goes with it: active, good, bad or quiet. */
export function stateTone({ state, outcome, failure }) {
  if (failure || outcome === 'failed') return 'bad';
  if (['running', 'stopping', 'pausing'].includes(state)) return 'active';
  return ['completed', 'timeLimit', 'epochLimit', 'targetReached', 'exhausted'].includes(outcome) ? 'good' : 'quiet';
}

/** A running clock: whole seconds, so that it does not flicker. */
export function clock(elapsed) {
  const whole = Math.floor(Math.max(0, elapsed));
  const two = number => String(number).padStart(2, '0');
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${two(whole % 60)} s`;
  if (whole < 86400) return `${Math.floor(whole / 3600)} h ${two(Math.floor(whole / 60) % 60)} min`;
  return `${Math.floor(whole / 86400)} d ${two(Math.floor(whole / 3600) % 24)} h`;
}

/** An error with four significant digits, as the pages write it: 0.1235, 12.34, 1.235e-7. */
export function errorText(error) {
  if (error === null || !Number.isFinite(error)) return '–';
  if (error === 0) return '0';
  const rounded = Number(error.toPrecision(4));
  const magnitude = Math.floor(Math.log10(Math.abs(rounded)) + 1e-12);
  return magnitude < -4 || magnitude > 6 ? error.toExponential(3).replace('e+', 'e') : rounded.toFixed(Math.max(0, 3 - magnitude));
}

/** A hyperparameter's value: a real number with up to five significant digits. */
export const valueText = value => typeof value === 'number' ? String(Number(value.toPrecision(5))) : String(value ?? '–');

/** How many trials have ended, of how many. */
export const trialsText = (model, asked) => `${model.ended.length} of ${Math.max(asked, model.trials.length)}`;

/** What else there is to say about trials: those under way and those that went wrong. */
export function underWayText(model) {
  const open = [...model.open].map(id => model.trials[id]);
  const running = open.filter(trial => trial.status === 'running').length;
  const paused = open.filter(trial => trial.status === 'paused').length;
  const failed = model.ended.filter(id => isFailure(model.trials[id])).length;
  return [running && `${running} running`, paused && `${paused} paused`, failed && `${failed} failed`].filter(Boolean).join(', ');
}

/** Whose the best error is, and since when. */
export const bestText = ({ trial, elapsed }) => `trial ${trial}, after ${seconds(elapsed)}`;

/** How many look on, for all who do. */
export const watchersText = ({ spectators, pages }) => {
  const all = spectators + pages;
  return all === 1 ? '1 watches' : `${all} watch`;
};

/** A trial in a few lines, for its details. */
export function trialLines(trial) {
  const error = lastError(trial);
  return [
    error === null ? 'No error to show.' : `Error ${errorText(error)} after ${count(trial.epochs.at(-1) ?? 0, 'epoch')}, ${seconds(trial.runtime)} of work.`,
    ...Object.entries(trial.configuration).map(([name, value]) => `${name} = ${valueText(value)}`),
    `Why: ${trial.reason}`,
    ...(trial.endReason ? [trial.endReason] : []),
    ...(trial.parent === null ? [] : [`It went on from trial ${trial.parent}.`]),
  ];
}
