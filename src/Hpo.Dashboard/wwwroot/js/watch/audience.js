// What the pages of spectators have in common: how many watch, the presenter who may be followed, and the word of a server that refuses.
import { the } from '../elements.js';
import { pageKey } from '../presenting/keys.js';
import { currentStage, setStage } from '../presenting/stage.js';
import { Following } from './following.js';
import { watchersText } from './study-words.js';

export class Audience {
  #root;
  #apply;
  #following = new Following();
  #isApplying = false;

  /**
   * @param {HTMLElement} root the page's article
   * @param {(view: SharedView) => void} apply shows what the presenter looks at; the chart that is alone is shown already
   */
  constructor(root, apply) {
    this.#root = root;
    this.#apply = apply;
    this.#button.addEventListener('click', () => this.#toggle());
    document.addEventListener('hpo:stage', () => this.lookAround());
    document.addEventListener('keydown', event => {
      if (pageKey(event) === 'f' && this.#following.isLed) this.#toggle();
    });
  }

  /**
   * With every new connection: asks how many watch, and what the presenter looks at.
   * @param {import('@microsoft/signalr').HubConnection} connection
   * @param {string} code
   */
  join(connection, code) {
    connection.stream('Room', code).subscribe({ next: room => this.#enter(room), error: () => this.#enter(null), complete: () => this.#enter(null) });
  }

  /** The person has moved something: that is their own view, unless it was the presenter's that moved it. */
  lookAround() {
    if (this.#isApplying) return;
    this.#following.lookAround();
    this.#showSwitch();
  }

  /**
   * A refusal is the last word: the page says why and asks no more. One that passes is said, and tried again by the stream. A lost connection is told and mended by
   * the charts.
   * @param {import('../charts/live-stream.js').LiveStream} stream
   */
  heard(stream) {
    this.#root.dataset.connection = stream.state;
    const { problem, isPassing } = stream;
    the(this.#root, '[data-refusal]').hidden = !problem;
    if (!problem) return;
    const slot = the(this.#root, '[data-fact="refusal"]');
    // said once, and not with every try
    if (slot.textContent !== problem) slot.textContent = problem;
    if (isPassing) return;
    stream.stop();
    this.#button.hidden = true;
  }

  get #button() {
    return the(this.#root, '[data-follow]');
  }

  /** @param {{watching: number, view: SharedView | null} | null} room */
  #enter(room) {
    if (room) for (const slot of document.querySelectorAll('[data-watching]')) slot.textContent = watchersText(room);
    this.#following.lead(room?.view ?? null);
    this.#follow();
  }

  #toggle() {
    this.#following.toggle();
    this.#follow();
  }

  #follow() {
    const { shown } = this.#following;
    if (shown) {
      this.#isApplying = true;
      try {
        if (shown.stage !== currentStage()) setStage(shown.stage);
        this.#apply(shown);
      } finally {
        this.#isApplying = false;
      }
    }
    this.#showSwitch();
  }

  #showSwitch() {
    const { isLed, wants } = this.#following;
    this.#button.hidden = !isLed;
    this.#button.setAttribute('aria-pressed', String(wants));
    the(this.#button, '[data-follow-text]').textContent = wants ? 'Following the presenter' : 'Follow the presenter';
  }
}
