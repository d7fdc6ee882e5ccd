// The figures on the page of a comparison, and what its spectators are told of them.
import { ledView } from '../presenting/led-view.js';
import { ComparisonView } from './comparison-view.js';

export { loadLibraries } from './comparison-view.js';

/**
 * @param {string} id the comparison's
 * @param {import('./comparison-model.js').Contest} contest
 * @param {() => string} filename what pictures are called, without the chart's own name
 */
export const openComparison = (id, contest, filename) => ledView(id, onOpened => new ComparisonView(id, contest, filename, { onOpened }));
