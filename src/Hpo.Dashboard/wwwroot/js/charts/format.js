// How numbers, times, statuses and trials are put in words: the words of C# (Hpo.Studies/Wording), against which a test holds these.
import { countedError, isFailure, lastError } from './study-model.js';

const words = {
  running: 'Running', paused: 'Paused', completed: 'Completed', stopped: 'Stopped early', notANumber: 'Diverged (NaN)', infinite: 'Diverged (∞)',
  failed: 'Failed', timedOut: 'Timed out', cancelled: 'Cancelled', interrupted: 'Interrupted', lost: 'Lost',
};

/**
 * A trial's status in words.
 * @param {string} status
 * @param {string} [state] where its study stands: while that is paused, nothing runs
 */
export const statusText = (status, state) => status === 'running' && state === 'paused' ? 'Resting' : words[status] ?? status;

/** Words that began a line, within a sentence. */
export const within = text => text[0].toLowerCase() + text.slice(1);

/** The statuses that are told beside the number of ended trials, in this order. */
const told = ['running', 'paused', 'notANumber', 'infinite', 'failed', 'timedOut', 'cancelled', 'interrupted', 'lost'];

/**
 * How many trials are under way, went wrong or were cut off.
 * @param {import('./study-model.js').StudyModel} model
 * @returns {{status: string, word: string, count: number}[]}
 */
export function statusCounts(model) {
  const counts = new Map();
  for (const { status } of model.trials) counts.set(status, (counts.get(status) ?? 0) + 1);
  return told.filter(status => counts.has(status)).map(status => ({ status, word: statusText(status, model.state), count: counts.get(status) }));
}

/** How many trials have ended for good: one that an interruption cut off can go on. */
export const endedCount = model => model.ended.filter(id => model.trials[id].status !== 'interrupted').length;

/** What has become of the trials so far: 8 trials started, 7 ended, 1 running, 2 timed out. */
export const trialsStarted = model => [
  `${count(model.trials.length, 'trial')} started`, `${whole(endedCount(model))} ended`,
  ...statusCounts(model).map(({ word, count }) => `${whole(count)} ${within(word)}`),
].join(', ');

const exponent = text => text.replace('e+', 'e');

/** A number that lies between two roundings, nudged up: so that it is rounded like a person would, and here as there. */
const untied = number => Number.isFinite(number * (1 + 1e-12)) ? number * (1 + 1e-12) : number;

/** An error with four significant digits: 0.1235, 12.34, 1.235e-7. */
export function errorText(error) {
  if (error === null || !Number.isFinite(error)) return '–';
  if (error === 0) return '0';
  const rounded = Number(untied(error).toPrecision(4));
  const magnitude = Math.floor(Math.log10(Math.abs(rounded)) + 1e-12);
  return magnitude < -4 || magnitude > 6 ? exponent(rounded.toExponential(3)) : rounded.toFixed(Math.max(0, 3 - magnitude));
}

/** What came of a trial after the error that counts; null when nothing did. */
function later(trial) {
  if (isFailure(trial)) return `then ${within(statusText(trial.status))}`;
  if (trial.epochs.at(-1) === trial.best.epoch || lastError(trial) === trial.best.error) return null;
  const last = errorText(lastError(trial));
  return ['running', 'paused', 'lost'].includes(trial.status) ? `${last} now`
    : ['completed', 'stopped'].includes(trial.status) ? `${last} at the end` : `${last} when ${within(statusText(trial.status))}`;
}

/**
 * A trial's error in two parts: the one that counts for the best of the study, and what came of the trial after it; null when nothing did.
 * @param {import('./study-model.js').Trial} trial
 */
export function errorLines(trial) {
  const then = trial.best && later(trial);
  return then ? { counts: `${errorText(trial.best.error)} after epoch ${whole(trial.best.epoch)}`, then } : { counts: errorText(countedError(trial)), then: null };
}

/** A trial's error in words: 0.1043, or 0.1043 after epoch 9; 0.1087 at the end. */
export function errorWords(trial) {
  const { counts, then } = errorLines(trial);
  return then === null ? counts : `${counts}; ${then}`;
}

/** A hyperparameter's value: a real number with up to five significant digits, a whole one with all of them. */
export function valueText(value) {
  // without marks that would turn the text around it
  if (typeof value !== 'number') return String(value ?? '–').replace(/[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g, '');
  if (Number.isInteger(value) && Math.abs(value) < 1e15) return String(value);
  const rounded = Number(untied(value).toPrecision(5));
  const magnitude = Math.floor(Math.log10(Math.abs(rounded)) + 1e-12);
  return magnitude < -4 || magnitude > 4 ? exponent(rounded.toExponential()) : String(rounded);
}

const two = number => String(number).padStart(2, '0');

const long = seconds => seconds < 3600 ? `${Math.floor(seconds / 60)} min ${two(seconds % 60)} s`
  : seconds < 86400 ? `${Math.floor(seconds / 3600)} h ${two(Math.floor(seconds / 60) % 60)} min`
  : `${Math.floor(seconds / 86400)} d ${two(Math.floor(seconds / 3600) % 24)} h`;

/** Microseconds as milliseconds with two significant digits: 0.032, 3.2, 9.0. */
function shortMillis(micros) {
  const step = micros < 100 ? 1 : micros < 1000 ? 10 : 100;
  return (Math.floor((micros + step / 2) / step) * step / 1000).toFixed(micros < 100 ? 3 : micros < 1000 ? 2 : 1);
}

/** A measured time: 3.2 ms, 0.42 s, 12.3 s, 3 min 05 s, 1 h 02 min, 2 d 03 h. */
export function seconds(value) {
  if (value === null) return '–';
  // in whole microseconds and milliseconds, which have no other rounding than up at the half
  const micros = Math.round(Math.max(0, value) * 1e6);
  if (micros === 0) return '0 s';
  if (micros < 9950) return `${shortMillis(micros)} ms`;
  const millis = Math.round(micros / 1000);
  if (millis < 9995) return `${(Math.floor((millis + 5) / 10) / 100).toFixed(2)} s`;
  if (millis < 59950) return `${(Math.floor((millis + 50) / 100) / 10).toFixed(1)} s`;
  return long(Math.floor((millis + 500) / 1000));
}

/** A running clock: whole seconds, so that it does not flicker. */
export function clock(elapsed) {
  const passed = Math.floor(Math.max(0, elapsed));
  return passed < 60 ? `${passed} s` : long(passed);
}

/** How long something has run: a clock while it runs, measured once it is over. */
export const elapsedText = (elapsed, isOver) => isOver ? seconds(elapsed) : clock(elapsed);

/** A count: 10,000. */
export const whole = n => String(n).replace(/\B(?=(\d{3})+$)/g, ',');

/** A count with its noun: 10,000 trials. */
export const count = (n, noun) => `${whole(n)} ${noun}${n === 1 ? '' : 's'}`;

/** A configuration in one line. */
export const configurationText = configuration =>
  Object.entries(configuration).map(([name, item]) => `${name} = ${valueText(item)}`).join(', ');

// plotly reads a few tags in texts; what people typed must not become one (FigureText.cs)
const escape = text => String(text).replace(/[&<>{]/g, sign => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '{': '&#123;' })[sign]);

/** Breaks a text between words, so that a hover label is not wider than a phone. */
const wrap = (text, width = 44) => text.replace(new RegExp(`(.{1,${width}})(\\s+|$)`, 'g'), '$1\n').trim().split('\n');

/** What a trial tried, a line each. */
function valueLines({ configuration }) {
  const values = Object.entries(configuration);
  return [
    ...values.slice(0, 12).map(([name, item]) => `${name} = ${valueText(item)}`),
    ...(values.length > 12 ? [`and ${values.length - 12} more`] : []),
  ];
}

/** What a trial gave and tried, a line each. */
export const factLines = trial => [
  ...(countedError(trial) === null ? [] : [`error ${errorWords(trial)}`]),
  `${count(trial.epochs.at(-1) ?? 0, 'epoch')} in ${seconds(trial.runtime)}`,
  ...(trial.parent === null ? [] : [`went on from trial ${trial.parent}`]),
  ...valueLines(trial),
];

/** Why this configuration, and why it ended or was paused. */
export const reasons = trial => [`Why: ${trial.reason}`, ...(trial.endReason ? [trial.endReason] : [])];

/**
 * What the charts say about a trial when it is pointed at.
 * @param {import('./study-model.js').Trial} trial
 * @param {string} state where its study stands
 */
export const hoverText = (trial, state) => [
  `<b>Trial ${trial.id}</b> ${within(statusText(trial.status, state))}`,
  ...factLines(trial).map(escape),
  ...reasons(trial).flatMap(reason => wrap(reason)).map(line => `<i>${escape(line)}</i>`),
].join('<br>');

/**
 * What the charts say about a new best. Nothing that may still change: a trial that was paused may go on.
 * @param {{elapsed: number, error: number}} step
 * @param {import('./study-model.js').Trial} trial
 */
export const stepText = (step, trial) => [
  `<b>Trial ${trial.id}</b> new best after ${seconds(step.elapsed)}`,
  `error ${errorText(step.error)} after epoch ${whole(step.epoch)}`,
  ...valueLines(trial).map(escape),
  ...wrap(`Why: ${trial.reason}`).map(line => `<i>${escape(line)}</i>`),
].join('<br>');
