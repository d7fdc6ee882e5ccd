// The switches above the charts: radio buttons that look like one piece.

let groups = 0;

export class Switch {
  #element = document.createElement('fieldset');
  #name = `comparison-switch-${++groups}`;
  #onChoice;

  /**
   * @param {string} label
   * @param {(value: string) => void} onChoice
   */
  constructor(label, onChoice) {
    this.#onChoice = onChoice;
    this.#element.className = 'switch';
    const legend = document.createElement('legend');
    legend.textContent = label;
    this.#element.append(legend);
  }

  get element() {
    return this.#element;
  }

  /**
   * Offers choices; nothing is drawn anew while they stay the same, so that the focus stays where it is.
   * @param {[string, string][]} choices values and names
   * @param {string} chosen
   */
  show(choices, chosen) {
    this.#element.hidden = choices.length < 2;
    const inputs = [...this.#element.querySelectorAll('input')];
    const isSame = inputs.length === choices.length && inputs.every((input, i) => input.value === choices[i][0]);
    if (!isSame) {
      for (const label of this.#element.querySelectorAll('label')) label.remove();
      this.#element.append(...choices.map(choice => this.#toLabel(choice)));
    }
    for (const input of this.#element.querySelectorAll('input')) input.checked = input.value === chosen;
  }

  #toLabel([value, name]) {
    const label = document.createElement('label');
    const input = document.createElement('input');
    Object.assign(input, { type: 'radio', name: this.#name, value });
    input.addEventListener('change', () => this.#onChoice(value));
    label.append(input, name);
    return label;
  }
}
