// The spectators' table of trials: read only, sorted by any column, and no more rows than a phone can bear until more are asked for.
import { count, errorWords, seconds, valueText, whole } from '../charts/format.js';
import { html } from '../charts/html.js';
import { around } from '../elements.js';
import { columnsOf, firstOrder, nextOrder, sortTrials } from './trial-rows.js';
import { trialLines } from './study-words.js';

const rowsAtFirst = 50;
const redrawEvery = 1000;

export class TrialTable {
  #model;
  #onOpen;
  #order = firstOrder;
  #most = rowsAtFirst;
  /** @type {number | null} */
  #opened = null;
  #timer = 0;
  #drawnAt = 0;
  /** @type {string | null} what has it after the next drawing */
  #focus = null;
  #isInSight = false;
  #parts = { count: html('p', 'muted figures'), scroll: html('div', 'scroll figures'), more: html('button', 'plain-button'), details: html('div', 'card incumbent') };

  /**
   * @param {import('../charts/study-model.js').StudyModel} model
   * @param {() => void} onOpen called when a person has opened or closed a trial
   */
  constructor(model, onOpen) {
    this.#model = model;
    this.#onOpen = onOpen;
    const { scroll, more, details } = this.#parts;
    // scrolled with the keyboard, so it takes the focus
    Object.assign(scroll, { tabIndex: 0, role: 'region', ariaLabel: 'Rows of the trial table' });
    details.hidden = more.hidden = true;
    more.type = 'button';
    more.addEventListener('click', () => {
      this.#most *= 2;
      this.#draw();
    });
    scroll.addEventListener('click', event => this.#press(around(event, 'button')));
    // a phone that shows the charts does not sort ten thousand trials every second
    new IntersectionObserver(entries => {
      this.#isInSight = entries.at(-1)?.isIntersecting ?? false;
      if (this.#isInSight) this.update();
    }, { rootMargin: '50% 0px' }).observe(scroll);
  }

  get elements() {
    const { count, scroll, more, details } = this.#parts;
    return [count, details, scroll, more];
  }

  /** The trial whose details are shown; null for none. */
  get opened() {
    return this.#opened;
  }

  set opened(id) {
    if (id === this.#opened) return;
    this.#opened = id;
    if (this.#model.generation > 0) this.#draw();
  }

  /** There is something new in the model. */
  update() {
    // before the first frame it is not known whether there are trials
    if (this.#isInSight && this.#model.generation > 0) this.#timer ||= setTimeout(() => this.#draw(), Math.max(0, this.#drawnAt + redrawEvery - Date.now()));
  }

  /** @param {HTMLElement | null} button */
  #press(button) {
    if (!button) return;
    if (button.dataset.trial) {
      const id = Number(button.dataset.trial);
      this.#opened = id === this.#opened ? null : id;
      this.#focus = `[data-trial="${id}"]`;
      this.#onOpen();
    } else {
      const column = columnsOf(this.#model).find(({ key }) => key === button.dataset.key);
      if (!column) return;
      this.#order = nextOrder(this.#order, column);
      this.#focus = `[data-key="${CSS.escape(column.key)}"]`;
    }
    this.#draw();
  }

  #draw() {
    clearTimeout(this.#timer);
    this.#timer = 0;
    this.#drawnAt = Date.now();
    const [model, { scroll, more }] = [this.#model, this.#parts];
    const columns = columnsOf(model);
    const by = columns.find(({ key }) => key === this.#order.key) ?? columns[0];
    const sorted = sortTrials(model.trials, by, this.#order.isDescending);
    const shown = sorted.slice(0, this.#most);
    const { scrollTop, scrollLeft } = scroll;
    const focus = this.#focus ?? focusIn(scroll);
    this.#focus = null;
    scroll.replaceChildren(this.#table(columns, shown));
    Object.assign(scroll, { scrollTop, scrollLeft });
    /** @type {HTMLElement | null} */
    const focused = focus ? scroll.querySelector(focus) : null;
    focused?.focus({ preventScroll: true });
    this.#parts.count.textContent = model.trials.length === 0 ? 'No trial has been started yet.'
      : shown.length < sorted.length ? `${whole(shown.length)} of ${count(sorted.length, 'trial')}` : count(sorted.length, 'trial');
    more.hidden = shown.length === sorted.length;
    more.textContent = `Show ${Math.min(this.#most, sorted.length - shown.length)} more`;
    this.#drawDetails();
  }

  #drawDetails() {
    const { details } = this.#parts;
    const trial = this.#opened === null ? undefined : this.#model.trials[this.#opened];
    details.hidden = !trial;
    if (!trial) return;
    details.replaceChildren(html('h3', '', `Trial ${trial.id}`), ...trialLines(trial).map(line => html('p', '', line)));
  }

  /**
   * @param {import('./trial-rows.js').Column[]} columns
   * @param {import('../charts/study-model.js').Trial[]} trials
   */
  #table(columns, trials) {
    const table = html('table');
    const head = table.createTHead().insertRow();
    for (const { key, title, isNumeric } of columns) {
      const cell = html('th', isNumeric ? 'number' : '');
      cell.scope = 'col';
      const isOrder = key === this.#order.key;
      cell.setAttribute('aria-sort', !isOrder ? 'none' : this.#order.isDescending ? 'descending' : 'ascending');
      const button = html('button', '', title);
      button.type = 'button';
      button.dataset.key = key;
      const arrow = html('span', 'arrow', !isOrder ? '' : this.#order.isDescending ? '↓' : '↑');
      arrow.setAttribute('aria-hidden', 'true');
      button.append(arrow);
      cell.append(button);
      head.append(cell);
    }
    const body = table.createTBody();
    const best = this.#model.incumbent?.trial;
    for (const trial of trials) {
      const row = body.insertRow();
      row.className = [trial.status, trial.id === best ? 'best' : '', trial.id === this.#opened ? 'open' : ''].filter(Boolean).join(' ');
      for (const column of columns) row.append(this.#cell(column, trial));
    }
    return table;
  }

  /**
   * @param {import('./trial-rows.js').Column} column
   * @param {import('../charts/study-model.js').Trial} trial
   */
  #cell({ key, isNumeric, value }, trial) {
    const cell = html(key === 'trial' ? 'th' : 'td', isNumeric ? 'number' : '');
    if (key === 'trial') {
      cell.scope = 'row';
      const button = html('button', '', String(trial.id));
      button.type = 'button';
      button.dataset.trial = String(trial.id);
      button.setAttribute('aria-expanded', String(trial.id === this.#opened));
      button.setAttribute('aria-label', `Trial ${trial.id}, details`);
      cell.append(button);
    } else {
      cell.textContent = key === 'error' ? errorWords(trial) : key === 'runtime' ? seconds(value(trial)) : valueText(value(trial));
    }
    return cell;
  }
}

/**
 * Where the focus is among what will be drawn anew.
 * @param {HTMLElement} element
 */
function focusIn(element) {
  const { activeElement } = document;
  const { trial, key } = activeElement instanceof HTMLElement && element.contains(activeElement) ? activeElement.dataset : {};
  return trial ? `[data-trial="${trial}"]` : key ? `[data-key="${CSS.escape(key)}"]` : null;
}
