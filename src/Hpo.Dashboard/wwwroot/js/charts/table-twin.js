// A chart's data as a table, kept in step while it is shown.

const redrawEvery = 1000;

/** @typedef {{caption: string, columns: string[], rows: (string | number)[][]}} Table */

export class TableTwin {
  #tables;
  #element;
  #timer = 0;
  #stale = false;

  /**
   * @param {string} label
   * @param {() => Table[]} tables what to show now
   */
  constructor(label, tables) {
    this.#tables = tables;
    this.#element = document.createElement('div');
    this.#element.className = 'chart-table';
    // scrolled with the keyboard, so it takes the focus
    Object.assign(this.#element, { hidden: true, tabIndex: 0, role: 'region', ariaLabel: label });
  }

  get element() {
    return this.#element;
  }

  get isShown() {
    return !this.#element.hidden;
  }

  /** @param {boolean} shown */
  show(shown) {
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
