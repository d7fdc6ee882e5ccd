// The entry: <hpo-study-charts study-id="…" workers="…"></hpo-study-charts>; without a study it only gets ready to show one.
import { liveElement } from './live-element.js';

// pages without charts load only this file
const load = () => import('./open-study.js');

if (!customElements.get('hpo-study-charts')) {
  customElements.define('hpo-study-charts', liveElement(
    'study-id',
    async (id, element) => (await load()).openStudy(id, Number(element.getAttribute('workers'))),
    async () => (await load()).loadLibraries()));
}
