// The figures on the page of a comparison, and what its spectators are told of them.
import { ViewLeader } from '../presenting/view-leader.js';
import { ComparisonView } from './comparison-view.js';

export { loadLibraries } from './comparison-view.js';

/**
 * @param {string} id the comparison's
 * @param {import('./comparison-model.js').Contest} contest
 * @param {() => string} filename what pictures are called, without the chart's own name
 * @returns {import('../charts/live-element.js').LiveView}
 */
export function openComparison(id, contest, filename) {
  const view = new ComparisonView(id, contest, filename, { onOpened: () => leader.begin() });
  const leader = new ViewLeader(id, view);
  return {
    element: view.element,
    start: () => view.start(),
    moved: () => view.moved(),
    dispose() {
      leader.dispose();
      view.dispose();
    },
  };
}
