// How fast something is scrolled, and so where it will be when what is asked for now is there to be seen. Pure but for the clock.

/** Milliseconds after which what has not moved stands still. */
const stillAfter = 100;
/** What is asked for comes after one delay, and has to do until what is asked for next has come, a frame later than after two. */
const delaysAhead = 2.5;

export class ScrollMotion {
  /** Milliseconds from asking for rows to having them. */
  delay = 0;
  #last = { at: 0, top: 0 };
  /** The last two, in pixels a millisecond. */
  #speeds = [0, 0];

  /**
   * It was scrolled.
   * @param {number} top
   */
  moved(top) {
    const at = performance.now();
    this.#speeds = [this.#speeds[1], at > this.#last.at ? (top - this.#last.top) / (at - this.#last.at) : 0];
    this.#last = { at, top };
  }

  /** How many pixels further it should be looked at: none once it stands still, and none after a single jump. */
  get ahead() {
    const [before, now] = this.#speeds;
    if (performance.now() - this.#last.at > stillAfter || before * now <= 0) return 0;
    return Math.sign(now) * Math.min(Math.abs(before), Math.abs(now)) * delaysAhead * this.delay;
  }
}
