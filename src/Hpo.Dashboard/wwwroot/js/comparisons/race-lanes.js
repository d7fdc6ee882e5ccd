// A race while it runs: what each method is doing now.
import { count, errorText } from '../charts/format.js';
import { methodSign } from './method-sign.js';

export class RaceLanes {
  #element = null;
  #root = null;
  #model;
  #lanes = new Map();

  /** @param {import('./comparison-model.js').ComparisonModel} model */
  constructor(model) {
    this.#model = model;
  }

  /** @param {HTMLElement} root holds its list; see ComparisonCharts.razor */
  attach(root) {
    this.#root = root;
    this.#element = root.querySelector('.race-lanes');
    this.#lanes.clear();
    this.update();
  }

  detach() {
    this.#element = null;
  }

  update() {
    if (!this.#element) return;
    const { methods, figures: { Incumbent: { objective } } } = this.#model;
    const lanes = this.#model.lanes.filter(lane => lane.objective === objective);
    this.#element.hidden = lanes.length === 0;
    for (const [method, item] of this.#lanes) {
      if (lanes.some(lane => lane.method === method)) continue;
      item.remove();
      this.#lanes.delete(method);
    }
    for (const lane of lanes) this.#itemOf(lane.method, methods).textContent = laneText(lane);
  }

  #itemOf(method, methods) {
    if (!this.#lanes.has(method)) {
      const item = document.createElement('li');
      const text = document.createElement('span');
      const name = document.createElement('strong');
      name.textContent = methods[method].name;
      item.append(methodSign(this.#root, method), name, text);
      this.#element.append(item);
      this.#lanes.set(method, item);
    }
    return this.#lanes.get(method).lastChild;
  }
}

/** Such as "repetition 1: trial 4 at epoch 3, error 0.21; 3 trials and 33 epochs so far". */
export function laneText({ repetition, newest, trials, epochs }) {
  const running = newest.map(({ trial, epoch, error }) => `trial ${trial} at epoch ${epoch}, error ${errorText(error)}`).join(', ');
  return `repetition ${repetition + 1}: ${running || 'starting a trial'}; ${count(trials, 'trial')} and ${count(epochs, 'epoch')} so far`;
}
