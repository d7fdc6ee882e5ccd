// A figure of a study as C# has described it (src/Hpo.Figures/Studies): the study's points are put into the described traces here, by the traces' keys.
import { layoutOnPage, onPage, viewOf } from './described-figure.js';
import { noPoints } from './points.js';

/** @typedef {Map<string, import('./points.js').Points>} Columns points by the keys of the traces they belong to */

export class StudyFigure {
  #scales = { isLog: false };

  /**
   * @param {string} name the server's of it
   * @param {string} title
   * @param {string[]} marks that its legend may have; what they mean, and which are there, is described
   */
  constructor(name, title, marks) {
    Object.assign(this, { name, title });
    this.legend = marks.map(mark => [mark, model => this.#entry(model, mark)?.text ?? '', model => this.#entry(model, mark) !== undefined]);
  }

  /** Whether it has been described. */
  isReady(model) {
    return model.figures[this.name] !== undefined;
  }

  /** Some studies lack some figures: what has no epochs has no learning curves. */
  isWanted(model) {
    return this.described(model) !== null;
  }

  /** What, when it changes, makes a new figure necessary. */
  shape(model) {
    return model.figures[this.name].version;
  }

  hasPoints(model) {
    return !this.described(model).empty;
  }

  emptyText(model) {
    return this.described(model).empty;
  }

  /** The title of the y axis, which is not on a narrow page. */
  yTitle(model) {
    return this.view(model).layout.yaxis.title.text;
  }

  /** What is not in the picture; null when everything is. */
  logNote(model) {
    return this.view(model).note ?? null;
  }

  /**
   * The description; null when the study has no such figure.
   * @param {import('./study-model.js').StudyModel} model
   */
  described(model) {
    return model.figures[this.name]?.description ?? null;
  }

  /** The axes in the scales that were chosen last. */
  view(model) {
    return viewOf(this.described(model), { isLog: this.#scales.isLog });
  }

  /**
   * The whole figure.
   * @param {import('./study-model.js').StudyModel} model
   * @param {import('./palette.js').Palette} palette
   * @param {{isLog: boolean, isNarrow: boolean}} scales
   */
  figure(model, palette, scales) {
    this.#scales = scales;
    const columns = this.begin(model, palette, scales);
    const data = this.described(model).data.map(trace => ({ ...onPage(trace, palette), ...(columns.get(trace.meta) ?? noPoints()) }));
    return { data, layout: layoutOnPage(this.view(model).layout, palette, scales.isNarrow) };
  }

  /**
   * Puts points into the figure that stands there, in one drawing.
   * @param {import('./plot.js').Plot} plot
   * @param {Columns} moved replaces those of their traces
   * @param {Columns} [fresh] goes after them
   */
  async move(model, plot, moved, fresh = new Map()) {
    const { data } = this.described(model);
    const byPlace = columns => new Map([...columns].map(([key, points]) => [data.findIndex(({ meta }) => meta === key), points]));
    await plot.move(byPlace(moved), byPlace(fresh));
  }

  /** A table under its described head. */
  table(model, place, rows, { caption, columns = [] } = {}) {
    const head = this.described(model).tables[place];
    return { caption: caption ?? head.caption, columns: [...head.columns, ...columns], rows };
  }

  #entry(model, mark) {
    return this.described(model)?.legend.find(entry => entry.mark === mark);
  }
}
