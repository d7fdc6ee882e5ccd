// The entry: <hpo-comparison comparison-id="…" contest="…" filename="…"></hpo-comparison>, with what is compared as JSON; without an id it only gets ready to
// show one.
import { liveElement } from '../charts/live-element.js';

// pages without figures load only this file
const load = () => import('./open-comparison.js');

if (!customElements.get('hpo-comparison')) {
  customElements.define('hpo-comparison', liveElement(
    'comparison-id',
    // the name may change while it is shown, and the element may be another by then
    async (id, element) => (await load()).openComparison(
      id, JSON.parse(element.getAttribute('contest')), () => document.querySelector(`hpo-comparison[comparison-id="${id}"]`)?.getAttribute('filename') ?? id),
    async () => (await load()).loadLibraries()));
}
