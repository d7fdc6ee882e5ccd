// The page of a comparison's spectators: fills what the server has sent as plain HTML with what the hub tells. No circuit, no framework.
import { elapsedText, whole } from '../charts/format.js';
import { ComparisonView } from '../comparisons/comparison-view.js';
import { stateText, stateTone } from '../comparisons/comparison-words.js';
import { the } from '../elements.js';
import { Audience } from './audience.js';

const clockEvery = 250;

class ComparisonPage {
  #root;
  #charts;
  #figures;
  #frameAt = 0;

  /** @param {HTMLElement} root */
  constructor(root) {
    this.#root = root;
    const { code = '' } = root.dataset;
    const audience = new Audience(root, view => this.#figures.follow(view));
    this.#charts = the(root, '[data-projected="charts"]');
    this.#figures = new ComparisonView(code, JSON.parse(this.#charts.getAttribute('contest') ?? ''), () => this.#charts.getAttribute('filename') ?? code, {
      hub: 'watch',
      method: 'WatchComparison',
      onFrame: () => this.#show(),
      onConnection: stream => audience.heard(stream),
      onOpened: connection => audience.join(connection, code),
      onOwnSight: () => audience.lookAround(),
    });
  }

  start() {
    this.#figures.attach(this.#charts);
    setInterval(() => this.#showClock(), clockEvery);
    this.#figures.start();
  }

  /** @param {string} fact @param {string} text */
  #say(fact, text) {
    const slot = the(this.#root, `[data-fact="${fact}"]`);
    if (slot.textContent !== text) slot.textContent = text;
  }

  #show() {
    const { model } = this.#figures;
    this.#frameAt = Date.now();
    the(this.#root, '[data-fact="status"]').dataset.tone = stateTone(model);
    this.#say('status', stateText(model));
    this.#say('name', model.name);
    this.#say('done', `${whole(model.done)} of ${whole(model.total)}`);
    this.#say('outcome', model.isOver ? model.reason ?? '' : '');
    this.#showClock();
  }

  /** Goes on between the frames of a comparison that runs, unless nothing has been heard for a while. */
  #showClock() {
    const { model, stream } = this.#figures;
    if (model.generation === 0) return;
    const goesOn = !model.isOver && stream.state === 'live' && !model.failure;
    this.#say('elapsed', elapsedText(model.elapsed + (goesOn ? (Date.now() - this.#frameAt) / 1000 : 0), model.isOver));
  }
}

/** @type {HTMLElement | null} */
const root = document.querySelector('[data-watch]');
if (root) new ComparisonPage(root).start();
