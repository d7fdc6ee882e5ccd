// A few lines beside the pointer, for what plotly has no labels for. The chart's table says the same to those who do not point.

export class ChartTip {
  #stage;
  #textAt;
  #element;

  /**
   * @param {HTMLElement} stage positioned; the tip lies in it (ChartPanel.razor)
   * @param {(clientX: number, clientY: number) => string | null} textAt what to say about a place on the screen
   */
  constructor(stage, textAt) {
    this.#stage = stage;
    this.#textAt = textAt;
    this.#element = stage.querySelector('.chart-tip');
    stage.addEventListener('pointermove', this.#show);
    stage.addEventListener('pointerdown', this.#show);
    stage.addEventListener('pointerleave', () => this.#element.hidden = true);
  }

  #show = ({ clientX, clientY }) => {
    const text = this.#textAt(clientX, clientY);
    this.#element.hidden = text === null;
    if (text === null) return;
    this.#element.textContent = text;
    const box = this.#stage.getBoundingClientRect();
    const left = Math.min(clientX - box.left + 14, box.width - this.#element.offsetWidth);
    Object.assign(this.#element.style, { left: `${Math.max(0, left)}px`, top: `${clientY - box.top + 18}px` });
  };
}
