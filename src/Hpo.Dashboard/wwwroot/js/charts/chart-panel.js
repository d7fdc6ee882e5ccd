// A chart in the panel that stands on the page (Components/Charts/ChartPanel.razor): draws in its place, fills its words, legend and table, and does what its buttons say.
import { ChartTip } from './chart-tip.js';
import { html } from './html.js';
import { LiveLayer } from './live-layer.js';
import { PaintScheduler } from './paint-scheduler.js';
import { readPalette } from './palette.js';
import { pictureLayout } from './picture-layout.js';
import { whenStanding } from './plot-place.js';
import { Plot } from './plot.js';
import { TableTwin } from './table-twin.js';

const narrow = 480;

/** @typedef {{isLog: boolean, isLogX: boolean, isFinal: boolean, x: [number, number] | null, y: [number, number] | null}} PanelView scales and zoom; null where all is shown */

export class ChartPanel {
  #chart;
  #model;
  #onBest;
  #name;
  #filename;
  #onOwnView;
  #followed = null;
  #plotly;
  #plot = null;
  #drawn = '';
  #scales;
  #theme = 0;
  #isNarrow = false;
  /** What there is on the page; null while it stands on none. */
  #parts = null;
  #scheduler;
  #table;

  /**
   * @param {import('./study-figure.js').StudyFigure | import('../comparisons/described-chart.js').DescribedChart} chart
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
    this.#filename = () => `${filename()}-${chart.name}`;
    this.#onOwnView = onOwnView;
    this.#scales = scales;
    this.#scheduler = new PaintScheduler(() => this.#paint(), chart);
    this.#table = new TableTwin(() => chart.tables(model));
  }

  get name() {
    return this.#chart.name;
  }

  /** Whether it is wanted may be known before it can be drawn. */
  set isHidden(hidden) {
    if (this.#parts) this.#parts.element.hidden = hidden;
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

  /**
   * Draws in the chart's panel from now on.
   * @param {HTMLElement} root holds the panel
   */
  attach(root) {
    this.detach();
    const element = root.querySelector(`[data-chart="${this.#chart.name}"]`);
    if (!element) return;
    const part = name => element.querySelector(`.chart-${name}`);
    const parts = this.#parts = {
      element, isStanding: false, plot: null, stage: part('stage'), summary: part('summary'), note: part('note'), empty: part('empty'), legend: part('legend'),
      scales: [...element.querySelectorAll('[data-scale]')], tableButton: element.querySelector('[data-act="table"]'), layer: new LiveLayer(part('live')),
    };
    this.#drawn = '';
    this.#table.attach(part('table'));
    element.addEventListener('click', ({ target }) => this.#press(target.closest('button')?.dataset ?? {}));
    if (this.#chart.tip) new ChartTip(parts.stage, (x, y) => this.#tipAt(x, y));
    this.#size(parts);
    this.#showScales();
    this.#showTable();
    whenStanding(parts.stage, () => {
      // with a circuit it comes with the component
      parts.plot = part('plot');
      parts.isStanding = true;
      this.#scheduler.hurry();
    });
  }

  /** Leaves the panel, which is about to go or has gone; what a person zoomed to is there in the next one too. */
  detach() {
    const [plot, { x, y }] = [this.#plot, this.#plot?.zoom ?? { x: null, y: null }];
    if (x || y) this.#followed = { x, y };
    this.#parts = this.#plot = null;
    this.#table.attach(null);
    // who is drawing comes to an end first
    if (plot) this.#scheduler.idle.then(() => plot.dispose());
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
    this.detach();
    this.#scheduler.dispose();
    this.#table.dispose();
  }

  /** @returns {Promise<boolean>} false when there is nothing to draw yet */
  async #paint() {
    const plotly = await this.#plotly;
    const [model, chart, parts] = [this.#model, this.#chart, this.#parts];
    if (!parts?.isStanding || !parts.element.isConnected || model.generation === 0 || chart.isReady?.(model) === false) return false;
    const plot = this.#plot ??= new Plot(plotly, parts.plot, () => this.#scheduler.request(), () => this.#ownView());
    // drawing now would take the box from under the pointer
    if (plot.isDragged) {
      this.#scheduler.request();
      return true;
    }

    const sequence = model.sequence;
    parts.element.hidden = !(chart.isWanted?.(model) ?? true);
    if (parts.element.hidden) return true;
    this.#size(parts);
    const width = parts.plot.offsetWidth;
    // in a tab that is not shown it is drawn as it was
    if (width > 0) this.#isNarrow = width < narrow;
    const isNarrow = this.#isNarrow;
    const key = [model.generation, this.#theme, this.#scales.isLog, this.#scales.isLogX, this.#scales.isFinal, isNarrow, chart.shape(model)].join();
    if (key === this.#drawn) {
      const best = await chart.advance(model, plot, parts.layer);
      if (best) this.#flash(parts, plot, best);
    } else {
      const { data, layout } = chart.figure(model, readPalette(parts.element), { ...this.#scales, isNarrow });
      this.#drawn = key;
      await plot.render(data, layout);
      // what depends on the axes as they were drawn
      await chart.advance(model, plot, parts.layer);
    }
    if (this.#followed) await plot.zoomTo(this.#followed);
    this.#describe(parts);
    parts.element.dataset.sequence = String(sequence);
    return true;
  }

  /** From here on a person looks for themselves. */
  #ownView() {
    this.#followed = null;
    this.#onOwnView();
  }

  #describe({ plot, summary, note, empty, legend, scales }) {
    const [model, chart] = [this.#model, this.#chart];
    const text = chart.summary(model);
    summary.textContent = text;
    plot.setAttribute('aria-label', `${chart.title}. ${text}`);
    note.textContent = chart.logNote?.(model, this.#scales) || '';
    for (const item of legend.querySelectorAll('[data-mark]')) {
      const [, text, isThere] = chart.legend.find(([mark]) => mark === item.dataset.mark) ?? [];
      item.hidden = !isThere?.(model);
      if (!item.hidden) item.lastElementChild.textContent = text(model);
    }
    for (const button of scales.filter(({ dataset }) => dataset.scale === 'isFinal')) button.hidden = !this.#scales.isFinal && !chart.hasFinal(model);
    empty.hidden = chart.hasPoints(model);
    // axes around nothing would be invented
    plot.style.visibility = empty.hidden ? 'visible' : 'hidden';
    empty.textContent = chart.emptyText?.(model)
      ?? (model.isOver ? 'The study ended without a report.' : 'Waiting for the first report…');
  }

  /** A ring that grows around the new best and is gone. */
  #flash({ stage }, plot, best) {
    this.#onBest(best);
    const place = matchMedia('(prefers-reduced-motion: reduce)').matches ? null : plot.position(best.elapsed, best.error);
    if (!place) return;
    const ring = html('span', 'chart-flash');
    Object.assign(ring.style, { left: `${place.left}px`, top: `${place.top}px` });
    ring.addEventListener('animationend', () => ring.remove());
    stage.append(ring);
  }

  /** A chart that knows how high it is says so; the others fill what there is. */
  #size({ stage }) {
    const height = this.#chart.height?.(this.#model);
    if (height) stage.style.height = `${height}rem`;
  }

  /** @param {DOMStringMap} button what the pressed button is for */
  #press({ scale, format, act }) {
    if (scale) {
      this.#scales[scale] = !this.#scales[scale];
      this.#showScales();
      this.#ownView();
      this.#scheduler.hurry();
    } else if (format) {
      this.#download(format);
    } else if (act === 'table') {
      this.#table.show(!this.#table.isShown);
      this.#showTable();
    } else if (act === 'reset') {
      this.#plot?.resetZoom();
      this.#ownView();
    }
  }

  /** @param {'png' | 'svg' | 'json'} format */
  async #download(format) {
    const [plot, model, chart] = [this.#plot, this.#model, this.#chart];
    if (!plot) return;
    await chart.settle?.(model, plot);
    await plot.download(format, this.#filename(), chart.pictureLayout?.(model) ?? pictureLayout(this.#name, chart.title.toLowerCase(), chart.yTitle?.(model)));
  }

  #tipAt(clientX, clientY) {
    const place = this.#plot?.dataAt(clientX, clientY);
    return place ? this.#chart.tip(place) : null;
  }

  #showScales() {
    for (const button of this.#parts?.scales ?? []) button.setAttribute('aria-pressed', String(this.#scales[button.dataset.scale]));
  }

  #showTable() {
    this.#parts.tableButton.setAttribute('aria-expanded', String(this.#table.isShown));
  }
}
