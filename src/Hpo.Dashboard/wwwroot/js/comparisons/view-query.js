// What is looked at, as it stands in the address: an address that is passed on shows the same.

const axes = { time: 'Time', trials: 'Trials', epochs: 'Epochs' };
const summaries = { mean: 'Mean', median: 'Median', iqm: 'InterquartileMean' };

/**
 * @typedef {object} ComparisonView
 * @property {string | null} objective its type; null for the first
 * @property {string} axis the server's name of it
 * @property {string} summary the server's name of it
 * @property {boolean} regret whether the regret is shown where the minimum is known
 * @property {boolean} isLog
 * @property {boolean} isLogX
 */

/**
 * @param {string} search the query of an address; what it says and nobody knows is passed over
 * @returns {ComparisonView}
 */
export function readView(search) {
  const query = new URLSearchParams(search);
  return {
    objective: query.get('objective'),
    axis: axes[query.get('axis')] ?? 'Time',
    summary: summaries[query.get('summary')] ?? 'Mean',
    regret: query.get('plot') !== 'error',
    isLog: query.get('y') === 'log',
    isLogX: query.get('x') === 'log',
  };
}

/**
 * The query of a view; what is usual is left out, and what is not ours stays.
 * @param {ComparisonView} view
 * @param {string} search the query there is
 */
export function writeView(view, search) {
  const query = new URLSearchParams(search);
  const set = (name, value) => value === null ? query.delete(name) : query.set(name, value);
  set('objective', view.objective);
  set('axis', view.axis === 'Time' ? null : nameOf(axes, view.axis));
  set('summary', view.summary === 'Mean' ? null : nameOf(summaries, view.summary));
  set('plot', view.regret ? null : 'error');
  set('y', view.isLog ? 'log' : null);
  set('x', view.isLogX ? 'log' : null);
  const text = query.toString();
  return text ? `?${text}` : '';
}

const nameOf = (names, value) => Object.keys(names).find(name => names[name] === value);
