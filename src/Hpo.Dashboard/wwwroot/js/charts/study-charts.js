// The entry: <hpo-study-charts study-id="…" workers="…"></hpo-study-charts>; without a study it only gets ready to show one. An element of its own, so that the charts come and go with the page
// however it is rendered: by a circuit, before there is one, after it was lost, or on a page that has none.

/** How long charts outlive their element: a prerendered page is replaced by its interactive twin, which takes them over. */
const afterlife = 3000;

/** @type {Map<HTMLElement, Mounted>} */
const mounted = new Map();
/** @type {Map<string, Mounted>} */
const orphans = new Map();

/** @typedef {{studyId: string, view: Promise<import('./charts-view.js').ChartsView>, timer: number}} Mounted */

/**
 * Shows a study's charts in an element.
 * @param {HTMLElement} element
 * @param {string} studyId
 * @param {number} workers how many the study has
 */
export async function mount(element, studyId, workers) {
  if (mounted.get(element)?.studyId === studyId) return;
  unmount(element);
  const entry = orphans.get(studyId) ?? { studyId, view: open(studyId, workers), timer: 0 };
  const isOrphan = orphans.delete(studyId);
  clearTimeout(entry.timer);
  mounted.set(element, entry);
  const view = await entry.view;
  if (mounted.get(element) !== entry) return;
  element.append(view.element);
  if (isOrphan) view.moved();
}

/**
 * Takes the charts out of an element and ends their connection, unless another element asks for them very soon.
 * @param {HTMLElement} element
 */
export function unmount(element) {
  const entry = mounted.get(element);
  if (!entry) return;
  mounted.delete(element);
  const end = () => {
    if (orphans.get(entry.studyId) === entry) orphans.delete(entry.studyId);
    entry.view.then(view => view.dispose());
  };
  orphans.set(entry.studyId, entry);
  entry.timer = setTimeout(end, afterlife);
}

async function open(studyId, workers) {
  // pages without charts load only this file
  const { ChartsView } = await import('./charts-view.js');
  const view = new ChartsView(studyId, workers);
  view.start();
  return view;
}

class StudyChartsElement extends HTMLElement {
  static observedAttributes = ['study-id'];

  connectedCallback() {
    this.#show();
  }

  disconnectedCallback() {
    unmount(this);
  }

  attributeChangedCallback() {
    if (this.isConnected) this.#show();
  }

  #show() {
    const studyId = this.getAttribute('study-id');
    if (studyId) mount(this, studyId, Number(this.getAttribute('workers')));
    else {
      unmount(this);
      // the chart library is large: a page that leads to a study reads it while the person reads the page
      if (this.isConnected) warmUp();
    }
  }
}

/** Loads everything, when the browser has nothing better to do. */
function warmUp() {
  const whenIdle = globalThis.requestIdleCallback ?? setTimeout;
  // what cannot be loaded now is loaded, or reported, when charts are shown
  whenIdle(() => import('./charts-view.js').then(({ loadLibraries }) => loadLibraries()).catch(() => {}));
}

if (!customElements.get('hpo-study-charts')) customElements.define('hpo-study-charts', StudyChartsElement);
