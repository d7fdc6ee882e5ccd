// Keeps the screen awake. Browsers end a lock whenever the page is hidden, and give none at all to a page that came without https from another machine.

export class WakeLock {
  #wanted = false;
  /** @type {WakeLockSentinel | null} */
  #lock = null;

  constructor() {
    document.addEventListener('visibilitychange', () => this.#take());
  }

  /** Whether this browser can keep the screen awake on this page at all. */
  static get isPossible() {
    return 'wakeLock' in navigator;
  }

  /** @param {boolean} wanted */
  keep(wanted) {
    this.#wanted = wanted;
    if (wanted) this.#take();
    else {
      this.#lock?.release();
      this.#lock = null;
    }
  }

  async #take() {
    if (!this.#wanted || !WakeLock.isPossible || document.visibilityState !== 'visible' || (this.#lock && !this.#lock.released)) return;
    try {
      const lock = await navigator.wakeLock.request('screen');
      if (this.#wanted) this.#lock = lock;
      else lock.release();
    } catch {
      // a low battery, say: it is asked for again when the page is shown the next time
    }
  }
}
