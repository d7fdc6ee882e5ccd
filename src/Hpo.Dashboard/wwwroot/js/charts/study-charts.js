// The entry: <hpo-study-charts study-id="…" study-name="…" filename="…" workers="…"></hpo-study-charts>; without a study it only gets ready to show one.
import { liveElement } from './live-element.js';

// pages without charts load only this file
const load = () => import('./open-study.js');

if (!customElements.get('hpo-study-charts')) {
  customElements.define('hpo-study-charts', liveElement(
    'study-id',
    async (id, element) => (await load()).openStudy(
      id,
      Number(element.getAttribute('workers')),
      { name: element.getAttribute('study-name') ?? '', filename: element.getAttribute('filename') ?? id }),
    async () => (await load()).loadLibraries()));
}
