// Tells screen readers of a new best, at most every five seconds; what is newer replaces what was not yet said.

const pause = 5000;

export class Announcer {
  #region;
  #waiting = null;
  #timer = 0;

  constructor() {
    this.#region = document.createElement('p');
    this.#region.className = 'visually-hidden';
    this.#region.setAttribute('aria-live', 'polite');
  }

  get element() {
    return this.#region;
  }

  /** @param {string} text */
  say(text) {
    this.#waiting = text;
    if (!this.#timer) this.#speak();
  }

  dispose() {
    clearTimeout(this.#timer);
  }

  #speak = () => {
    this.#timer = 0;
    if (this.#waiting === null) return;
    this.#region.textContent = this.#waiting;
    this.#waiting = null;
    this.#timer = setTimeout(this.#speak, pause);
  };
}
