// Who wins against whom: what can be concluded, in words, and a table with a row and a column for each method.
import { methodSign } from './method-sign.js';

const redrawEvery = 500;
/** A table of so many methods leaves room for the words beside it. */
const mostBeside = 4;

export class WinMatrixPanel {
  #model;
  #element = html('section', 'chart-panel win-matrix');
  #words = html('ul', 'conclusions');
  #table = html('div', 'wins');
  #note = html('p', 'chart-note');
  #detail = html('p', 'win-detail');
  #timer = 0;
  #drawn = '';

  /** @param {import('./comparison-model.js').ComparisonModel} model */
  constructor(model) {
    this.#model = model;
    const title = html('h2', '', 'What can be concluded');
    title.id = 'win-matrix-title';
    this.#element.setAttribute('aria-labelledby', title.id);
    this.#element.dataset.chart = 'wins';
    // a table of many methods is wider than a phone; scrolled with the keyboard, so it takes the focus
    Object.assign(this.#table, { tabIndex: 0, role: 'region', ariaLabel: 'Wins of each method against each other' });
    // for the eye: a screen reader reads it with the cell
    this.#detail.setAttribute('aria-hidden', 'true');
    if (model.methods.length <= mostBeside) this.#element.classList.add('is-small');
    this.#element.append(title, this.#words, this.#table, this.#detail, this.#note);
  }

  get element() {
    return this.#element;
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
    if (wins === null) return;
    const key = JSON.stringify([methods, wins, isOver]);
    if (key === this.#drawn) return;
    this.#drawn = key;
    this.#words.replaceChildren(...wins.conclusions.map(text => html('li', '', text)));
    this.#note.textContent = isOver ? '' : 'A preview: repetitions are still running. Decide when all have finished.';
    this.#detail.textContent = methods.length > 1 ? 'Point at a cell, or move to it with the Tab key, to read what it says.' : '';
    this.#table.hidden = methods.length < 2;
    // who reads it with the keyboard stays where they are
    const place = [...this.#table.querySelectorAll('button')].indexOf(document.activeElement);
    this.#table.replaceChildren(this.#toTable(methods, wins.rows));
    this.#table.querySelectorAll('button')[place]?.focus({ preventScroll: true });
  }

  #toTable(methods, rows) {
    const table = html('table');
    table.createCaption().textContent = 'In how many repetitions the method of the row ended lower than that of the column, level with it, and higher';
    const head = table.createTHead().insertRow();
    head.append(headCell('col', 'Method'), ...methods.map((method, place) => headCell('col', method.name, methodSign(method, place))));
    const body = table.createTBody();
    rows.forEach((cells, row) => {
      const line = body.insertRow();
      line.append(headCell('row', methods[row].name, methodSign(methods[row], row)));
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
    const show = () => this.#detail.textContent = words;
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

function html(tag, className = '', text = '') {
  const element = document.createElement(tag);
  if (className) element.className = className;
  if (text) element.textContent = text;
  return element;
}
