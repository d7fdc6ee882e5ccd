// A chart with what belongs to it: heading, summary, buttons, legend, and its data as a table.
import { ChartTip } from './chart-tip.js';
import { html } from './html.js';
import { LiveLayer } from './live-layer.js';
import { PaintScheduler } from './paint-scheduler.js';
import { readPalette } from './palette.js';
import { pictureLayout } from './picture-layout.js';
import { Plot } from './plot.js';
import { TableTwin } from './table-twin.js';

const narrow = 480;

/** @typedef {{isLog: boolean, isLogX: boolean, isFinal: boolean, x: [number, number] | null, y: [number, number] | null}} PanelView scales and zoom; null where all is shown */
let panels = 0;

export class ChartPanel {
  #chart;
  #model;
  #onBest;
  #name;
  #onOwnView;
  #followed = null;
  #plotly;
  #plot = null;
  #layer = new LiveLayer();
  #drawn = '';
  #scales;
  #theme = 0;
  #isNarrow = false;
  #element;
  #parts;
  #scaleButtons = [];
  #scheduler;
  #table;

  /**
   * @param {import('./study-figure.js').StudyFigure} chart
   * @param {import('./study-model.js').StudyModel} model
   * @param {Promise<any>} plotly
   * @param {{filename: () => string, name?: string, onBest?: (best: object) => void, onOwnView?: () => void, scales?: {isLog: boolean, isLogX: boolean, isFinal: boolean}}} options the
   * name of pictures without the chart's own; the study's name, for them; what to call when a person has zoomed or chosen another scale; the scales the chart begins
   * with, and is kept in
   */
  constructor(chart, model, plotly, { filename, name = '', onBest = () => {}, onOwnView = () => {}, scales = { isLog: false, isLogX: false, isFinal: false } }) {
    this.#chart = chart;
    this.#model = model;
    this.#plotly = plotly;
    this.#onBest = onBest;
    this.#name = name;
    this.#onOwnView = onOwnView;
    this.#scales = scales;
    this.#scheduler = new PaintScheduler(() => this.#paint(), chart);
    this.#table = new TableTwin(`${chart.title}: the data`, () => chart.tables(model));
    this.#build(() => `${filename()}-${chart.name}`);
  }

  get element() {
    return this.#element;
  }

  get name() {
    return this.#chart.name;
  }

  /**
   * What a person has made of the chart.
   * @returns {PanelView | null} null when it is as it was in the beginning
   */
  get view() {
    const view = { ...this.#scales, ...(this.#plot?.zoom ?? { x: null, y: null }) };
    return view.isLog || view.isLogX || view.isFinal || view.x || view.y ? view : null;
  }

  /**
   * Shows what another person has made of the chart.
   * @param {PanelView | null} view
   */
  follow(view) {
    const { isLog = false, isLogX = false, isFinal = false, x = null, y = null } = view ?? {};
    Object.assign(this.#scales, { isLog, isLogX, isFinal });
    this.#showScales();
    this.#followed = { x, y };
    this.#scheduler.hurry();
  }

  /** There is something new in the model. */
  update() {
    this.#scheduler.request();
    this.#table.update();
  }

  /** The page's colours or sizes have changed. */
  restyle() {
    this.#theme++;
    this.#scheduler.hurry();
  }

  dispose() {
    this.#scheduler.dispose();
    this.#table.dispose();
    this.#plot?.dispose();
    this.#plot = null;
  }

  /** @returns {Promise<boolean>} false when there is nothing to draw yet */
  async #paint() {
    const plotly = await this.#plotly;
    if (!this.#element.isConnected || this.#model.generation === 0 || this.#chart.isReady?.(this.#model) === false) return false;
    this.#plot ??= new Plot(plotly, this.#parts.plot, () => this.#scheduler.request(), () => this.#ownView());
    // drawing now would take the box from under the pointer
    if (this.#plot.isDragged) {
      this.#scheduler.request();
      return true;
    }

    const [model, chart] = [this.#model, this.#chart];
    const sequence = model.sequence;
    this.#element.hidden = !(chart.isWanted?.(model) ?? true);
    if (this.#element.hidden) return true;
    this.#size();
    const width = this.#parts.plot.offsetWidth;
    // in a tab that is not shown it is drawn as it was
    if (width > 0) this.#isNarrow = width < narrow;
    const isNarrow = this.#isNarrow;
    const key = [model.generation, this.#theme, this.#scales.isLog, this.#scales.isLogX, this.#scales.isFinal, isNarrow, chart.shape(model)].join();
    if (key === this.#drawn) {
      const best = await chart.advance(model, this.#plot, this.#layer);
      if (best) this.#flash(best);
    } else {
      const { data, layout } = chart.figure(model, readPalette(this.#element), { ...this.#scales, isNarrow });
      this.#drawn = key;
      await this.#plot.render(data, layout);
      // what depends on the axes as they were drawn
      await chart.advance(model, this.#plot, this.#layer);
    }
    if (this.#followed) await this.#plot.zoomTo(this.#followed);
    this.#describe();
    this.#element.dataset.sequence = String(sequence);
    return true;
  }

  /** From here on a person looks for themselves. */
  #ownView() {
    this.#followed = null;
    this.#onOwnView();
  }

  #describe() {
    const { plot, summary, note, empty } = this.#parts;
    const text = this.#chart.summary(this.#model);
    summary.textContent = text;
    plot.setAttribute('aria-label', `${this.#chart.title}. ${text}`);
    note.textContent = this.#chart.logNote?.(this.#model, this.#scales) || '';
    for (const { item, label, text, isThere } of this.#parts.legend) {
      item.hidden = !isThere(this.#model);
      if (!item.hidden && typeof text === 'function') label.textContent = text(this.#model);
    }
    for (const button of this.#scaleButtons.filter(({ dataset }) => dataset.scale === 'isFinal')) {
      button.hidden = !this.#scales.isFinal && !this.#chart.hasFinal(this.#model);
    }
    empty.hidden = this.#chart.hasPoints(this.#model);
    // axes around nothing would be invented
    plot.style.visibility = empty.hidden ? '' : 'hidden';
    empty.textContent = this.#chart.emptyText?.(this.#model)
      ?? (this.#model.isOver ? 'The study ended without a report.' : 'Waiting for the first report…');
  }

  /** A ring that grows around the new best and is gone. */
  #flash(best) {
    this.#onBest(best);
    const place = matchMedia('(prefers-reduced-motion: reduce)').matches ? null : this.#plot.position(best.elapsed, best.error);
    if (!place) return;
    const ring = html('span', 'chart-flash');
    Object.assign(ring.style, { left: `${place.left}px`, top: `${place.top}px` });
    ring.addEventListener('animationend', () => ring.remove());
    this.#parts.stage.append(ring);
  }

  /** A chart that knows how high it is says so; the others fill what there is. */
  #size() {
    const height = this.#chart.height?.(this.#model);
    if (height) this.#parts.stage.style.height = `${height}rem`;
  }

  #build(filename) {
    const title = html('h2', '', this.#chart.title);
    title.id = `chart-title-${++panels}`;
    const plot = html('div', 'chart-plot');
    plot.setAttribute('role', 'img');
    plot.setAttribute('aria-label', this.#chart.title);
    const [summary, note, empty] = [html('p', 'chart-summary'), html('p', 'chart-note'), html('p', 'chart-empty')];
    empty.hidden = true;
    const stage = html('div', 'chart-stage');
    stage.append(plot, this.#layer.element, empty);
    const head = html('header', 'chart-head');
    head.append(title, this.#buildTools(filename));
    this.#element = html('section', 'chart-panel');
    this.#element.dataset.chart = this.#chart.name;
    this.#element.setAttribute('aria-labelledby', title.id);
    const legend = this.#chart.legend.map(legendEntry);
    const legendList = html('ul', 'chart-legend');
    legendList.append(...legend.map(({ item }) => item));
    this.#element.append(head, summary, stage, note, legendList, this.#table.element);
    this.#parts = { plot, summary, note, empty, stage, legend };
    this.#size();
    if (this.#chart.tip) new ChartTip(stage, (x, y) => this.#tipAt(x, y));
  }

  /** @param {'png' | 'svg'} format */
  async #download(format, filename) {
    if (!this.#plot) return;
    await this.#chart.settle?.(this.#model, this.#plot);
    await this.#plot.download(format, filename, this.#chart.pictureLayout?.(this.#model) ?? pictureLayout(this.#name, this.#chart.title.toLowerCase(), this.#chart.yTitle?.(this.#model)));
  }

  #tipAt(clientX, clientY) {
    const place = this.#plot?.dataAt(clientX, clientY);
    return place ? this.#chart.tip(place) : null;
  }

  #showScales() {
    for (const button of this.#scaleButtons) button.setAttribute('aria-pressed', String(this.#scales[button.dataset.scale]));
  }

  #buildTools(filename) {
    const tools = html('div', 'chart-tools');
    const add = (label, name, act) => {
      const button = html('button', '', label);
      button.type = 'button';
      if (name) button.setAttribute('aria-label', name);
      button.addEventListener('click', () => act(button));
      tools.append(button);
      return button;
    };
    const addScale = (label, scale) => add(label, '', button => {
      this.#scales[scale] = !this.#scales[scale];
      this.#showScales();
      this.#ownView();
      this.#scheduler.hurry();
    }).dataset.scale = scale;
    if (this.#chart.hasLogScale ?? true) addScale('Log scale', 'isLog');
    if (this.#chart.hasLogX) addScale('Log x', 'isLogX');
    if (this.#chart.hasFinal) addScale('Final errors only', 'isFinal');
    this.#scaleButtons = [...tools.querySelectorAll('[data-scale]')];
    this.#showScales();
    add('Reset zoom', '', () => {
      this.#plot?.resetZoom();
      this.#ownView();
    });
    add('PNG', 'Download as PNG', () => this.#download('png', filename()));
    add('SVG', 'Download as SVG', () => this.#download('svg', filename()));
    add('Table', 'Show as table', button => {
      this.#table.show(!this.#table.isShown);
      button.setAttribute('aria-expanded', String(this.#table.isShown));
    }).setAttribute('aria-expanded', 'false');
    return tools;
  }
}

/** What a mark means, and whether it is on the chart at all. */
function legendEntry([mark, text, isThere = () => true]) {
  const item = html('li');
  const label = html('span', '', typeof text === 'function' ? '' : text);
  const sign = mark instanceof Element ? mark : html('span', `chart-mark chart-mark-${mark}`);
  sign.setAttribute('aria-hidden', 'true');
  item.append(sign, label);
  return { item, label, text, isThere };
}
