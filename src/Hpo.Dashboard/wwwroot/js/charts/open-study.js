// The charts on the page of a study, and what its spectators are told of them.
import { ViewLeader } from '../presenting/view-leader.js';
import { ChartsView } from './charts-view.js';

export { loadLibraries } from './charts-view.js';

/**
 * @param {string} id the study's
 * @param {number} workers how many it has
 * @param {{name: string, filename: string}} picture what pictures of its charts are called
 * @returns {import('./live-element.js').LiveView}
 */
export function openStudy(id, workers, picture) {
  const view = new ChartsView(id, workers, { picture, onOpened: () => leader.begin() });
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
