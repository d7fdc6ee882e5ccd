// The switches above the charts (Components/Comparisons/ChoiceSwitch.razor): radio buttons that look like one piece.

export class Switch {
  #name;
  #onChoice;
  #element = null;
  #isOffered = false;
  #chosen = '';

  /**
   * @param {string} name
   * @param {(value: string) => void} onChoice
   */
  constructor(name, onChoice) {
    this.#name = name;
    this.#onChoice = onChoice;
  }

  /** @param {HTMLElement} root holds it */
  attach(root) {
    this.#element = root.querySelector(`[data-switch="${this.#name}"]`);
    this.#element.addEventListener('change', ({ target }) => this.#onChoice(target.value));
    this.show(this.#isOffered, this.#chosen);
  }

  detach() {
    this.#element = null;
  }

  /**
   * @param {boolean} isOffered whether there is something to choose now
   * @param {string} chosen
   */
  show(isOffered, chosen) {
    [this.#isOffered, this.#chosen] = [isOffered, chosen];
    if (!this.#element) return;
    const inputs = [...this.#element.querySelectorAll('input')];
    this.#element.hidden = !isOffered || inputs.length < 2;
    for (const input of inputs) input.checked = input.value === chosen;
  }
}
