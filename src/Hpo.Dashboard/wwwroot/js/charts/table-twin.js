// A chart's data as a table, kept in step while it is shown.

const redrawEvery = 1000;

/** @typedef {{caption: string, columns: string[], rows: (string | number)[][]}} Table */

export class TableTwin {
  #tables;
  #element = null;
  #timer = 0;
  #stale = false;
  #isShown = false;

  /** @param {() => Table[]} tables what to show now */
  constructor(tables) {
    this.#tables = tables;
  }

  /** @param {HTMLElement | null} element where it is shown from now on; see ChartPanel.razor */
  attach(element) {
    this.#element = element;
    if (element) this.show(this.#isShown);
  }

  get isShown() {
    return this.#isShown && this.#element !== null;
  }

  /** @param {boolean} shown */
  show(shown) {
    this.#isShown = shown;
    this.#element.hidden = !shown;
    if (shown) this.#draw();
  }

  /** There is something new. */
  update() {
    if (!this.isShown) return;
    this.#stale = true;
    this.#timer ||= setTimeout(() => {
      this.#timer = 0;
      if (this.#stale && this.isShown) this.#draw();
    }, redrawEvery);
  }

  dispose() {
    clearTimeout(this.#timer);
  }

  #draw() {
    this.#stale = false;
    const { scrollTop, scrollLeft } = this.#element;
    this.#element.replaceChildren(...this.#tables().map(toTable));
    Object.assign(this.#element, { scrollTop, scrollLeft });
  }
}

/** @param {Table} table */
function toTable({ caption, columns, rows }) {
  const table = document.createElement('table');
  table.createCaption().textContent = caption;
  const head = table.createTHead().insertRow();
  for (const column of columns) {
    const cell = document.createElement('th');
    cell.scope = 'col';
    cell.textContent = column;
    head.append(cell);
  }
  const body = table.createTBody();
  for (const row of rows) {
    const line = body.insertRow();
    for (const item of row) line.insertCell().textContent = String(item);
  }
  return table;
}
