// Who wins against whom: what can be concluded, in words, and a table with a row and a column for each method. Fills what WinPanel.razor has made.
import { html } from '../charts/html.js';
import { methodSign } from './method-sign.js';

const redrawEvery = 500;

export class WinMatrixPanel {
  #model;
  #root = null;
  #parts = null;
  #timer = 0;
  #drawn = '';

  /** @param {import('./comparison-model.js').ComparisonModel} model */
  constructor(model) {
    this.#model = model;
  }

  /** @param {HTMLElement} root holds the panel */
  attach(root) {
    const part = name => root.querySelector(`.win-matrix ${name}`);
    this.#root = root;
    this.#parts = { words: part('.conclusions'), table: part('.wins'), detail: part('.win-detail'), note: part('.chart-note') };
    this.#drawn = '';
    this.update();
  }

  detach() {
    this.#parts = null;
  }

  update() {
    this.#timer ||= setTimeout(() => {
      this.#timer = 0;
      this.#draw();
    }, this.#drawn ? redrawEvery : 0);
  }

  dispose() {
    clearTimeout(this.#timer);
  }

  #draw() {
    const { methods, isOver, figures: { Wins: { description: wins } } } = this.#model;
    // until the first figure there is nothing to say
    if (wins === null || !this.#parts) return;
    const key = JSON.stringify([methods, wins, isOver]);
    if (key === this.#drawn) return;
    this.#drawn = key;
    const { words, table, detail, note } = this.#parts;
    words.replaceChildren(...wins.conclusions.map(text => html('li', '', text)));
    note.textContent = isOver ? '' : 'A preview: repetitions are still running. Decide when all have finished.';
    detail.textContent = methods.length > 1 ? 'Point at a cell, or move to it with the Tab key, to read what it says.' : '';
    // who reads it with the keyboard stays where they are
    const place = [...table.querySelectorAll('button')].indexOf(document.activeElement);
    table.replaceChildren(this.#toTable(methods, wins.rows));
    table.querySelectorAll('button')[place]?.focus({ preventScroll: true });
  }

  #toTable(methods, rows) {
    const table = html('table');
    table.createCaption().textContent = 'In how many repetitions the method of the row ended lower than that of the column, level with it, and higher';
    const head = table.createTHead().insertRow();
    head.append(headCell('col', 'Method'), ...methods.map((method, place) => headCell('col', method.name, methodSign(this.#root, place))));
    const body = table.createTBody();
    rows.forEach((cells, row) => {
      const line = body.insertRow();
      line.append(headCell('row', methods[row].name, methodSign(this.#root, row)));
      for (const cell of cells) this.#fill(line.insertCell(), cell);
    });
    return table;
  }

  #fill(cell, against) {
    if (against === null) {
      cell.className = 'self';
      cell.textContent = '–';
      return;
    }
    const { score, verdict, words } = against;
    cell.dataset.verdict = verdict;
    const button = html('button', '');
    button.type = 'button';
    button.append(html('span', 'score', score), html('span', 'verdict', verdict), html('span', 'visually-hidden', words));
    const { detail } = this.#parts;
    const show = () => detail.textContent = words;
    button.addEventListener('focus', show);
    button.addEventListener('pointerenter', show);
    button.addEventListener('click', show);
    cell.append(button);
  }
}

function headCell(scope, text, sign = null) {
  const cell = document.createElement('th');
  cell.scope = scope;
  if (sign) cell.append(sign);
  cell.append(html('span', '', text));
  return cell;
}
