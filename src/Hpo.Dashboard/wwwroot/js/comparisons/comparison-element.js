// The entry: <hpo-comparison comparison-id="…" contest="…" filename="…"></hpo-comparison>, with what is compared as JSON; without an id it only gets ready to
// show one.
import { liveElement } from '../charts/live-element.js';

// pages without figures load only this file
const load = () => import('./comparison-view.js');

if (!customElements.get('hpo-comparison')) {
  customElements.define('hpo-comparison', liveElement(
    'comparison-id',
    async (id, element) => {
      const { ComparisonView } = await load();
      // the name may change while it is shown, and the element may be another by then
      return new ComparisonView(id, JSON.parse(element.getAttribute('contest')), () => document.querySelector(`hpo-comparison[comparison-id="${id}"]`)?.getAttribute('filename') ?? id);
    },
    async () => (await load()).loadLibraries()));
}
