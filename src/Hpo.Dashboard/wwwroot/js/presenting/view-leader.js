// Tells the hub what the presenter looks at, for spectators who follow: the charts and the opened trial, four times a second at most and only when it
// has changed. It looks at the page rather than listening to it, so that nothing on the page has to know of it.

import { currentStage } from './stage.js';

const lookEvery = 250;

export class ViewLeader {
  #id;
  #view;
  #timer = 0;
  #told = 'null';

  /**
   * @param {string} id of the study or the comparison
   * @param {import('../charts/charts-view.js').ChartsView | import('../comparisons/comparison-view.js').ComparisonView} view
   */
  constructor(id, view) {
    this.#id = id;
    this.#view = view;
    this.#timer = setInterval(() => this.#look(), lookEvery);
  }

  /** With every new connection: the hub has forgotten where the last one led. */
  begin() {
    this.#told = 'null';
    this.#look();
  }

  dispose() {
    clearInterval(this.#timer);
  }

  #look() {
    const view = leads() ? { stage: stageForAll(), trial: openedTrial(), charts: this.#view.sight, look: 'look' in this.#view ? this.#view.look : null } : null;
    const text = JSON.stringify(view);
    if (text === this.#told || this.#view.stream.state !== 'live') return;
    this.#told = text;
    this.#view.stream.send('Lead', this.#id, view);
  }
}

/** Who shares something has the switch on the page; while they present to a hall, spectators may follow in any case. */
function leads() {
  /** @type {HTMLInputElement | null} */
  const lead = document.querySelector('[data-lead]');
  return lead !== null && (lead.checked || 'projector' in document.documentElement.dataset);
}

/** Spectators have charts and no ladder: while that is shown, they see all charts. */
const stageForAll = () => currentStage() === 'ladder' ? null : currentStage();

function openedTrial() {
  /** @type {HTMLElement | null} */
  const place = document.querySelector('[data-opened-trial]');
  const opened = place?.dataset.openedTrial;
  return opened ? Number(opened) : null;
}
