// The word on how fresh what is shown is.

export class ConnectionLine {
  #element = null;
  #text = '';
  #shown = '';
  #ageTimer = 0;

  /** @param {HTMLElement | null} element where it is said from now on; see ChartsFrame.razor */
  attach(element) {
    this.#element = element;
    this.say(this.#text, this.#shown);
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
    [this.#text, this.#shown] = [text, shown];
    const [spoken, seen] = this.#element?.children ?? [];
    if (!seen) return;
    if (spoken.textContent !== text) spoken.textContent = text;
    seen.textContent = shown;
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
