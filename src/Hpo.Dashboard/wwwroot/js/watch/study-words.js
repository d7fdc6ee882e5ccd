// How a study is put in words on the page of its spectators: the words of C# (Hpo.Studies/Wording), against which a test holds these. Pure: no DOM.
import { count, endedCount, errorLines, errorWords, seconds, valueText, whole } from '../charts/format.js';
import { countedError } from '../charts/study-model.js';

/** @typedef {import('../charts/study-model.js').StudyModel} StudyModel */
/** @typedef {import('../charts/study-model.js').Trial} Trial */

/** @type {Record<string, string>} */
const states = { created: 'Not started', running: 'Running', stopping: 'Stopping', pausing: 'Pausing', paused: 'Paused' };

/** @type {Record<string, string>} */
const outcomes = {
  completed: 'Completed', timeLimit: 'Time limit reached', epochLimit: 'Epoch limit reached', targetReached: 'Target reached',
  exhausted: 'Space exhausted', stopped: 'Stopped', cancelled: 'Cancelled', failed: 'Failed', interrupted: 'Interrupted',
};

/** The ends that are wanted, if there is something to show for them. */
const wanted = ['completed', 'timeLimit', 'epochLimit', 'exhausted'];

/** @param {StudyModel} model */
const lacksResult = ({ state, outcome, incumbent }) => state === 'ended' && !incumbent && wanted.includes(outcome ?? '');

/**
 * Where a study stands, or how it ended.
 * @param {StudyModel} model
 */
export const stateText = model => model.failure ? 'Log failed'
  : lacksResult(model) ? 'No result'
  : model.state === 'ended' ? outcomes[model.outcome ?? ''] ?? 'Ended'
  : states[model.state] ?? model.state;

/**
 * The colour that goes with it: active, good, cut, bad or quiet.
 * @param {StudyModel} model
 */
export function stateTone(model) {
  const { state, outcome, failure } = model;
  if (failure || outcome === 'failed' || lacksResult(model)) return 'bad';
  if (['running', 'stopping', 'pausing'].includes(state)) return 'active';
  if (state === 'paused' || ['stopped', 'cancelled', 'interrupted'].includes(outcome ?? '')) return 'cut';
  return outcome ? 'good' : 'quiet';
}

/**
 * How many trials have ended, of how many.
 * @param {StudyModel} model
 * @param {number} asked
 */
export const trialsText = (model, asked) => `${whole(endedCount(model))} of ${whole(Math.max(asked, model.trials.length))}`;

/**
 * Whose the best error is, since when, and what came of its trial; that there is none yet, or never was.
 * @param {StudyModel} model
 */
export function bestText({ incumbent, isOver, trials }) {
  if (!incumbent) return isOver ? 'No trial handed in an error.' : 'No result yet.';
  const trial = trials[incumbent.trial];
  return `trial ${trial.id}, after ${seconds(incumbent.elapsed)}${errorLines(trial).then === null ? '' : `: ${errorWords(trial)}`}`;
}

/**
 * How many look on besides the presenter.
 * @param {{watching: number}} room
 */
export const watchersText = ({ watching }) => watching === 1 ? '1 watches' : `${watching} watch`;

/**
 * A trial in a few lines, for its details.
 * @param {Trial} trial
 */
export function trialLines(trial) {
  return [
    countedError(trial) === null ? 'No error to show.' : `Error ${errorWords(trial)}.`,
    `${count(trial.epochs.at(-1) ?? 0, 'epoch')}, ${seconds(trial.runtime)} of work.`,
    ...Object.entries(trial.configuration).map(([name, value]) => `${name} = ${valueText(value)}`),
    `Why: ${trial.reason}`,
    ...(trial.endReason ? [trial.endReason] : []),
    ...(trial.parent === null ? [] : [`It went on from trial ${trial.parent}.`]),
  ];
}
