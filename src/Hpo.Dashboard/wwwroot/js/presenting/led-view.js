// A view on the page of somebody who may present it: what its spectators are told of what it shows goes with it.
import { ViewLeader } from './view-leader.js';

/**
 * @template {import('../charts/charts-view.js').ChartsView | import('../comparisons/comparison-view.js').ComparisonView} View
 * @param {string} id of the study or the comparison
 * @param {(onOpened: () => void) => View} open makes the view, which calls back with every new connection to the hub
 * @returns {import('../charts/live-element.js').LiveView}
 */
export function ledView(id, open) {
  const view = open(() => leader.begin());
  const leader = new ViewLeader(id, view);
  return {
    start: () => view.start(),
    attach: element => view.attach(element),
    detach: element => view.detach(element),
    dispose() {
      leader.dispose();
      view.dispose();
    },
  };
}
