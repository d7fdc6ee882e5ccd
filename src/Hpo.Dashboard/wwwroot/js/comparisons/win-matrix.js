// Who wins against whom: what can be concluded, in words, and a table with a row and a column for each method.
import { methodSign } from './method-style.js';

const redrawEvery = 500;
/** A table of so many methods leaves room for the words beside it. */
const mostBeside = 4;
const verdicts = { NoPairs: 'no pairs', TooFewPairs: 'too few', NoDifference: 'no difference', FirstIsLower: 'lower', SecondIsLower: 'higher' };

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
    const { methods, isOver, figures: { Wins: wins } } = this.#model;
    // until the first figure there is nothing to say
    if (methods.length > 1 && wins.pairs.length === 0) return;
    const key = JSON.stringify([methods, wins, isOver]);
    if (key === this.#drawn) return;
    this.#drawn = key;
    this.#words.replaceChildren(...conclusions(methods, wins).map(text => html('li', '', text)));
    this.#note.textContent = isOver ? '' : 'A preview: repetitions are still running. Decide when all have finished.';
    this.#detail.textContent = methods.length > 1 ? 'Point at a cell, or move to it with the Tab key, to read what it says.' : '';
    this.#table.hidden = methods.length < 2;
    // who reads it with the keyboard stays where they are
    const place = [...this.#table.querySelectorAll('button')].indexOf(document.activeElement);
    this.#table.replaceChildren(this.#toTable(methods, wins));
    this.#table.querySelectorAll('button')[place]?.focus({ preventScroll: true });
  }

  #toTable(methods, wins) {
    const table = html('table');
    table.createCaption().textContent = 'In how many repetitions the method of the row ended lower than that of the column, level with it, and higher';
    const head = table.createTHead().insertRow();
    head.append(headCell('col', 'Method'), ...methods.map((name, method) => headCell('col', name, method)));
    const body = table.createTBody();
    methods.forEach((name, row) => {
      const line = body.insertRow();
      line.append(headCell('row', name, row));
      methods.forEach((_, column) => this.#fill(line.insertCell(), wins, row, column));
    });
    return table;
  }

  #fill(cell, wins, row, column) {
    if (row === column) {
      cell.className = 'self';
      cell.textContent = '–';
      return;
    }
    const pair = wins.pairs.find(it => it.first === Math.min(row, column) && it.second === Math.max(row, column));
    const [won, lost] = pair.first === row ? [pair.wins, pair.losses] : [pair.losses, pair.wins];
    const verdict = pair.first === row ? verdicts[pair.conclusion] : { FirstIsLower: 'higher', SecondIsLower: 'lower' }[pair.conclusion] ?? verdicts[pair.conclusion];
    cell.dataset.verdict = verdict;
    const button = html('button', '');
    button.type = 'button';
    button.append(html('span', 'score', `${won} lower, ${pair.ties} level, ${lost} higher`), html('span', 'verdict', verdict), html('span', 'visually-hidden', pair.words));
    const show = () => this.#detail.textContent = pair.words;
    button.addEventListener('focus', show);
    button.addEventListener('pointerenter', show);
    button.addEventListener('click', show);
    cell.append(button);
  }
}

/** What to say first: of a few pairs all of it, of many what is settled, and how many are not. */
function conclusions(methods, { pairs }) {
  if (methods.length < 2) return ['There is one method only: nothing to compare it with.'];
  if (pairs.length <= 3) return pairs.map(pair => pair.words);
  const settled = pairs.filter(({ conclusion }) => conclusion === 'FirstIsLower' || conclusion === 'SecondIsLower');
  const few = pairs.filter(({ conclusion }) => conclusion === 'TooFewPairs' || conclusion === 'NoPairs').length;
  const needed = Math.max(...pairs.map(({ pairsNeeded }) => pairsNeeded ?? 0));
  const open = pairs.length - settled.length - few;
  const beaten = methods.map((_, method) => settled
    .filter(pair => (pair.conclusion === 'FirstIsLower' ? pair.first : pair.second) === method)
    .map(pair => methods[pair.conclusion === 'FirstIsLower' ? pair.second : pair.first]));
  return [
    ...methods.map((name, method) => ({ name, below: beaten[method] })).filter(({ below }) => below.length > 0)
      .sort((a, b) => b.below.length - a.below.length)
      .map(({ name, below }) => `${name} ends lower than ${list(below)}; that is unlikely to be luck.`),
    ...(open > 0 ? [`In ${open} of ${pairs.length} pairs no difference can be told. That does not show that they are equal.`] : []),
    ...(few > 0 ? [`In ${few} of ${pairs.length} pairs there are too few repetitions to tell anything.${needed > 0 ? ` At least ${needed} are needed.` : ''}`] : []),
  ];
}

const list = names => names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;

function headCell(scope, text, method = null) {
  const cell = document.createElement('th');
  cell.scope = scope;
  if (method !== null) cell.append(methodSign(method));
  cell.append(html('span', '', text));
  return cell;
}

function html(tag, className = '', text = '') {
  const element = document.createElement(tag);
  if (className) element.className = className;
  if (text) element.textContent = text;
  return element;
}
