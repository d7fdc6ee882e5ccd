// The word on how fresh what is shown is.

export class ConnectionLine {
  #element = document.createElement('p');
  #spoken = document.createElement('span');
  #seen = document.createElement('span');
  #ageTimer = 0;

  constructor() {
    this.#element.className = 'charts-status';
    this.#element.setAttribute('role', 'status');
    this.#spoken.className = 'visually-hidden';
    this.#seen.className = 'charts-age';
    this.#seen.setAttribute('aria-hidden', 'true');
    this.#element.append(this.#spoken, this.#seen);
  }

  get element() {
    return this.#element;
  }

  /**
   * Shows where a connection stands.
   * @param {import('./live-stream.js').LiveStream} stream
   * @param {string} otherwise what to say while all is well with it
   */
  show(stream, otherwise) {
    clearInterval(this.#ageTimer);
    if (stream.state === 'stale') {
      this.#ageTimer = setInterval(() => this.#showAge(stream), 1000);
      this.#showAge(stream);
    } else {
      this.say(stream.state === 'connecting' ? 'Connecting…' : otherwise);
    }
  }

  say(text, shown = text) {
    if (this.#spoken.textContent !== text) this.#spoken.textContent = text;
    this.#seen.textContent = shown;
  }

  dispose() {
    clearInterval(this.#ageTimer);
  }

  #showAge({ age, problem }) {
    // the age ticks for the eye only: a screen reader hears once that the connection is lost
    if (problem || age === null) this.say(problem ?? 'The dashboard cannot be reached, trying again…');
    else this.say('Connection lost, reconnecting. The charts show the last known state.', `Data from ${Math.round(age)} s ago – reconnecting…`);
  }
}
