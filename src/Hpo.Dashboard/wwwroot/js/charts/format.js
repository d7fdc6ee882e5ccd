// How numbers and trials are put in words.
import { lastError } from './study-model.js';

const words = {
  running: 'running', paused: 'paused', completed: 'completed', stopped: 'stopped early', notANumber: 'error was not a number',
  infinite: 'error was infinite', failed: 'failed', timedOut: 'timed out', cancelled: 'cancelled', interrupted: 'interrupted',
};

/** A status in words. */
export const statusText = status => words[status] ?? status;

/** Four significant digits, as short as they go. */
export const number = value => value === null ? '–' : String(Number(value.toPrecision(4)));

/** Seconds, for people. */
export const seconds = value => value === null ? '–' : `${value < 100 ? value.toFixed(1) : Math.round(value)} s`;

/** A count with its noun. */
export const count = (n, noun) => `${n} ${noun}${n === 1 ? '' : 's'}`;

const value = item => typeof item === 'number' ? number(item) : String(item ?? '–');

/** A configuration in one line. */
export const configurationText = configuration =>
  Object.entries(configuration).map(([name, item]) => `${name} = ${value(item)}`).join(', ');

// plotly reads a few tags in texts; what people typed must not become one
const escape = text => String(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** Breaks a text between words, so that a hover label is not wider than a phone. */
const wrap = (text, width = 44) => text.replace(new RegExp(`(.{1,${width}})(\\s+|$)`, 'g'), '$1\n').trim().split('\n');

/** What a trial tried, a line each. */
function valueLines({ configuration }) {
  const values = Object.entries(configuration);
  return [
    ...values.slice(0, 12).map(([name, item]) => `${name} = ${value(item)}`),
    ...(values.length > 12 ? [`and ${values.length - 12} more`] : []),
  ];
}

/** What a trial gave and tried, a line each. */
export const factLines = trial => [
  ...(lastError(trial) === null ? [] : [`error ${number(lastError(trial))}`]),
  `${count(trial.epochs.at(-1) ?? 0, 'epoch')} in ${seconds(trial.runtime)}`,
  ...(trial.parent === null ? [] : [`went on from trial ${trial.parent}`]),
  ...valueLines(trial),
];

/** Why this configuration, and why it ended or was paused. */
export const reasons = trial => [`Why: ${trial.reason}`, ...(trial.endReason ? [trial.endReason] : [])];

/**
 * What the charts say about a trial when it is pointed at.
 * @param {import('./study-model.js').Trial} trial
 */
export const hoverText = trial => [
  `<b>Trial ${trial.id}</b> ${statusText(trial.status)}`,
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
  `error ${number(step.error)}`,
  ...valueLines(trial).map(escape),
  ...wrap(`Why: ${trial.reason}`).map(line => `<i>${escape(line)}</i>`),
].join('<br>');
