// The rows of the spectators' trial table: columns and order. Pure: no DOM.
import { statusText } from '../charts/format.js';
import { countedError } from '../charts/study-model.js';

/**
 * @typedef {object} Column
 * @property {string} key
 * @property {string} title
 * @property {boolean} isNumeric whether it is set to the right, as numbers that are compared are
 * @property {(trial: import('../charts/study-model.js').Trial) => number | string | boolean | null} value null when there is none
 */

/** @typedef {{key: string, isDescending: boolean}} Order */

/** The newest first. */
export const firstOrder = { key: 'trial', isDescending: true };

/**
 * @param {string} state of the study
 * @returns {Column[]}
 */
const fixed = state => [
  { key: 'trial', title: 'Trial', isNumeric: false, value: trial => trial.id },
  { key: 'status', title: 'Status', isNumeric: false, value: trial => statusText(trial.status, state) },
  { key: 'error', title: 'Error', isNumeric: true, value: countedError },
  { key: 'epochs', title: 'Epochs', isNumeric: true, value: trial => trial.epochs.at(-1) ?? 0 },
  { key: 'runtime', title: 'Runtime', isNumeric: true, value: trial => trial.runtime },
];

/**
 * The columns of a study's table.
 * @param {import('../charts/study-model.js').StudyModel} model
 * @returns {Column[]}
 */
export function columnsOf(model) {
  const names = new Set(model.trials.flatMap(trial => Object.keys(trial.configuration)));
  /** @param {string} name */
  const isNumeric = name => model.trials.every(({ configuration }) => typeof (configuration[name] ?? 0) === 'number');
  return [...fixed(model.state), ...[...names].map(/** @returns {Column} */ name => ({
    // a hyperparameter may be called "error"
    key: `value ${name}`, title: name, isNumeric: isNumeric(name), value: ({ configuration }) => configuration[name] ?? null,
  }))];
}

/**
 * Trials in an order. What is missing comes last either way, and equals stay in the order of their numbers.
 * @param {import('../charts/study-model.js').Trial[]} trials
 * @param {Column} column
 * @param {boolean} isDescending
 */
export function sortTrials(trials, column, isDescending) {
  const sign = isDescending ? -1 : 1;
  return trials.map(trial => ({ trial, value: column.value(trial) })).sort((a, b) => {
    if (a.value === null || b.value === null) return Number(a.value === null) - Number(b.value === null) || a.trial.id - b.trial.id;
    return sign * compare(a.value, b.value) || a.trial.id - b.trial.id;
  }).map(({ trial }) => trial);
}

/**
 * The order after a press on a heading: the same one turns it round, another begins with its best end.
 * @param {Order} order
 * @param {Column} column
 */
export const nextOrder = (order, column) =>
  order.key === column.key ? { ...order, isDescending: !order.isDescending } : { key: column.key, isDescending: column.key === 'trial' };

/**
 * @param {number | string | boolean} a
 * @param {number | string | boolean} b
 */
function compare(a, b) {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return String(a).localeCompare(String(b), 'en');
}
