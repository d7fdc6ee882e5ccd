// Whether a spectator follows the presenter or looks around on their own. Pure: no DOM.

export class Following {
  #wants = true;
  /** @type {SharedView | null} */
  #led = null;

  /** Whether there is a presenter to follow now. */
  get isLed() {
    return this.#led !== null;
  }

  /** Whether the person wants to follow, whenever there is somebody to follow. */
  get wants() {
    return this.#wants;
  }

  /** What the presenter looks at, as long as it is to be shown here; null otherwise. */
  get shown() {
    return this.#wants ? this.#led : null;
  }

  /**
   * The presenter looks at something else, or at nothing that is shared any more.
   * @param {SharedView | null} view
   */
  lead(view) {
    this.#led = view;
  }

  /** The person has pressed the switch. */
  toggle() {
    this.#wants = !this.#wants;
  }

  /** The person has looked at something else: while the presenter leads, that is to look around. */
  lookAround() {
    if (this.isLed) this.#wants = false;
  }
}
