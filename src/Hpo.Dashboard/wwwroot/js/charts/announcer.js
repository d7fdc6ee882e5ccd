// Tells screen readers of a new best, at most every five seconds; what is newer replaces what was not yet said.

const pause = 5000;

export class Announcer {
  #region = null;
  #waiting = null;
  #timer = 0;

  /** @param {HTMLElement | null} region where it is said from now on; see ChartsFrame.razor */
  attach(region) {
    this.#region = region;
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
    if (this.#waiting === null || !this.#region) return;
    this.#region.textContent = this.#waiting;
    this.#waiting = null;
    this.#timer = setTimeout(this.#speak, pause);
  };
}
