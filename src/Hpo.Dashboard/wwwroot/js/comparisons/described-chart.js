// A chart of a comparison as C# has described it; here is what moves between two descriptions.
import { describedTable } from '../charts/described-table.js';
import { layoutOnPage, onPage, viewOf } from '../charts/described-figure.js';
import { pictureLayout } from '../charts/picture-layout.js';

/** The marks beside those of the methods, which stand in the panel: these are there with what they mean. */
const marks = ['band', 'held'];

export class DescribedChart {
  #plot;
  #scales = { isLog: false, isLogX: false };
  #cut = null;
  #led = '';

  /**
   * @param {string} name
   * @param {string} title
   * @param {string} plot the server's name of it
   * @param {{hasLogScale: boolean, isWanted?: () => boolean}} options whether it is to be seen; always, when left out
   */
  constructor(name, title, plot, { hasLogScale, isWanted = () => true }) {
    Object.assign(this, { name, title, hasLogScale, isWanted });
    this.#plot = plot;
    this.legend = marks.map(mark => [mark, model => this.#entry(model, mark).text, model => this.#entry(model, mark) !== undefined]);
  }

  isReady(model) {
    return this.#of(model) !== null;
  }

  /** What, when it changes, makes a new figure necessary: every description does. */
  shape(model) {
    return model.figures[this.#plot].version;
  }

  hasPoints(model) {
    return !this.#of(model).empty;
  }

  emptyText(model) {
    return this.#of(model).empty;
  }

  figure(model, palette, scales) {
    this.#scales = scales;
    this.#led = '';
    const { data } = this.#of(model);
    return { data: data.map(trace => onPage(trace, palette)), layout: layoutOnPage(this.#view(model).layout, palette, scales.isNarrow) };
  }

  /** Leads the curves of running methods on to now, and shows the part of the y axis where something is decided. */
  async advance(model, plot) {
    const moved = this.#ledOn(model);
    const key = JSON.stringify([...moved]);
    if (key !== this.#led) await plot.move(moved);
    this.#led = key;
    const { fit, layout } = this.#view(model);
    // the ends of some axes never change
    if (layout.yaxis.fixedrange) return null;
    this.#cut = await plot.fitY(fit ? [fit.from, fit.to] : null) ? fit.note ?? null : null;
    return null;
  }

  summary(model) {
    return this.#of(model).summary;
  }

  /** What the picture does not show. */
  logNote(model) {
    return this.#cut ?? this.#view(model).note ?? '';
  }

  pictureLayout(model) {
    return pictureLayout(model.name, this.#of(model).pictureTitle, this.#view(model).layout.yaxis.title.text);
  }

  tables(model) {
    const description = this.#of(model);
    return description ? [describedTable(description.table, description.data)] : [];
  }

  #of(model) {
    return model.figures[this.#plot].description;
  }

  #view(model) {
    const { isLog, isLogX } = this.#scales;
    return viewOf(this.#of(model), { isLog: isLog && this.hasLogScale, isLogX });
  }

  #entry(model, mark) {
    return this.#of(model)?.legend.find(entry => entry.mark === mark);
  }

  /** The curves of running methods until now, by the places of their traces. */
  #ledOn(model) {
    const { objective, description: { data } } = model.figures[this.#plot];
    return new Map(data.flatMap(({ x, y, meta }, place) => {
      const lane = meta && model.lanes.find(it => it.objective === objective && it.method === meta.method && it.repetition === meta.repetition);
      const now = lane ? model.costOf(lane) : -Infinity;
      if (!meta || meta.steps === 0 || now <= x[meta.steps - 1]) return [];
      return [[place, { x: [...x.slice(0, meta.steps), now], y: [...y.slice(0, meta.steps), y[meta.steps - 1]], text: [] }]];
    }));
  }
}
