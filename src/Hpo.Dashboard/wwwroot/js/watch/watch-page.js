// The spectators' page: fills what the server has sent as plain HTML with what the hub tells. No circuit, no framework.
import { ChartsView } from '../charts/charts-view.js';
import { elapsedText, errorText, statusCounts, valueText, whole } from '../charts/format.js';
import { html } from '../charts/html.js';
import { the } from '../elements.js';
import { Audience } from './audience.js';
import { bestText, stateText, stateTone, trialsText } from './study-words.js';
import { TrialTable } from './trial-table.js';

const clockEvery = 250;

class WatchPage {
  #root;
  #charts;
  #table;
  #audience;
  #frameAt = 0;
  #best = -1;

  /** @param {HTMLElement} root */
  constructor(root) {
    this.#root = root;
    const { code = '', name = '', workers } = root.dataset;
    this.#audience = new Audience(root, view => {
      this.#charts.follow(view.charts ?? {});
      this.#table.opened = view.trial;
    });
    this.#charts = new ChartsView(code, Number(workers), {
      hub: 'watch',
      picture: { name, filename: code },
      onFrame: () => this.#show(),
      onConnection: stream => this.#audience.heard(stream),
      onOpened: connection => this.#audience.join(connection, code),
      onOwnSight: () => this.#audience.lookAround(),
    });
    this.#table = new TrialTable(this.#charts.model, () => this.#audience.lookAround());
  }

  start() {
    this.#charts.attach(this.#part('charts'));
    this.#part('trials').append(...this.#table.elements);
    setInterval(() => this.#showClock(), clockEvery);
    this.#charts.start();
  }

  /** @param {string} name */
  #part(name) {
    return the(this.#root, `[data-${name}]`);
  }

  /** @param {string} fact @param {string} text */
  #say(fact, text) {
    const slot = the(this.#root, `[data-fact="${fact}"]`);
    if (slot.textContent !== text) slot.textContent = text;
  }

  #show() {
    const { model } = this.#charts;
    this.#frameAt = Date.now();
    the(this.#root, '[data-fact="status"]').dataset.tone = stateTone(model);
    this.#say('status', stateText(model));
    this.#say('trials', trialsText(model, model.askedTrials || Number(this.#root.dataset.trials)));
    this.#showCounts(model);
    this.#say('outcome', model.isOver ? model.outcomeReason ?? '' : '');
    this.#showClock();
    this.#showBest(model);
    this.#table.update();
  }

  /**
   * The trials under way, and those that went wrong: the words of the study's page, a place each.
   * @param {import('../charts/study-model.js').StudyModel} model
   */
  #showCounts(model) {
    const after = this.#part('after-counts');
    const counts = statusCounts(model);
    /** @type {NodeListOf<HTMLElement>} */
    const places = this.#root.querySelectorAll('[data-count]');
    if (places.length === counts.length && counts.every(({ status, word, count }, i) => places[i].dataset.count === `${status} ${word} ${count}`)) return;
    for (const place of places) place.remove();
    after.before(...counts.map(({ status, word, count }) => {
      const place = html('div', 'more');
      place.dataset.count = `${status} ${word} ${count}`;
      place.append(html('dt', '', word), html('dd', '', whole(count)));
      return place;
    }));
  }

  /** Goes on between the frames of a study that runs, unless its time is simulated or nothing has been heard for a while. */
  #showClock() {
    const { model, stream } = this.#charts;
    if (model.generation === 0) return;
    const goesOn = ['running', 'stopping', 'pausing'].includes(model.state) && stream.state === 'live' && this.#root.dataset.simulated !== 'true' && !model.failure;
    this.#say('elapsed', elapsedText(model.elapsed + (goesOn ? (Date.now() - this.#frameAt) / 1000 : 0), model.isOver));
  }

  /** @param {import('../charts/study-model.js').StudyModel} model */
  #showBest(model) {
    const { incumbent, incumbents, trials, isOver } = model;
    this.#say('best-title', isOver ? 'Best result' : 'Best so far');
    this.#say('when', bestText(model));
    if (incumbents.length === this.#best) return;
    this.#best = incumbents.length;
    this.#say('error', errorText(incumbent?.error ?? null));
    const values = Object.entries(incumbent ? trials[incumbent.trial].configuration : {}).map(([name, value]) => {
      const pair = html('div');
      pair.append(html('dt', '', name), html('dd', '', valueText(value)));
      return pair;
    });
    this.#part('configuration').replaceChildren(...values);
  }
}

/** @type {HTMLElement | null} */
const root = document.querySelector('[data-watch]');
if (root) new WatchPage(root).start();
