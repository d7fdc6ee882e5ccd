// Draws at most once per animation frame, and rests as long as the drawing took or a few times as long, up to a second: with ten thousand trials on a slow laptop
// the page stays quick and the chart follows a little later.

const longestRest = 1000;

export class PaintScheduler {
  #paint;
  #shortestRest;
  #restPerWork;
  #requested = false;
  #painting = false;
  #disposed = false;
  #restUntil = 0;
  #wake = () => {};
  /** @type {Promise<any>} */
  #work = Promise.resolve();

  /**
   * @param {() => Promise<boolean>} paint draws what is new by now; false when there is nothing yet, which needs no rest
   * @param {{shortestRest?: number, restPerWork?: number}} rests in milliseconds, and as many times as the drawing took
   */
  constructor(paint, { shortestRest = 0, restPerWork = 3 }) {
    this.#paint = paint;
    this.#shortestRest = shortestRest;
    this.#restPerWork = restPerWork;
  }

  /** There is something new to draw. */
  request() {
    this.#requested = true;
    if (!this.#painting && !this.#disposed) this.#loop();
  }

  /** A person is waiting for it: draw without a rest. */
  hurry() {
    this.#restUntil = 0;
    this.#wake();
    this.request();
  }

  /** Settles when nothing is being drawn any more. */
  get idle() {
    return this.#work;
  }

  dispose() {
    this.#disposed = true;
  }

  async #loop() {
    this.#painting = true;
    try {
      while (this.#requested && !this.#disposed) {
        await this.#frame();
        if (this.#disposed) return;
        this.#requested = false;
        const start = performance.now();
        const work = this.#paint();
        this.#work = work.catch(() => {});
        if (!await work) continue;
        const end = performance.now();
        this.#restUntil = end + Math.max(this.#shortestRest, Math.min(this.#restPerWork * (end - start), longestRest));
      }
    } finally {
      this.#painting = false;
    }
  }

  /** The next animation frame after the rest; in a hidden tab, when it is shown again. */
  async #frame() {
    const rest = this.#restUntil - performance.now();
    if (rest > 0) {
      await new Promise(resolve => {
        this.#wake = resolve;
        setTimeout(resolve, rest);
      });
    }
    await new Promise(requestAnimationFrame);
  }
}
