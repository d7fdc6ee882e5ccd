// The figures of one comparison, the stream that feeds them, and the switches that say which of them to show.
import { ChartPanel } from '../charts/chart-panel.js';
import { ConnectionLine } from '../charts/connection-line.js';
import { LiveStream } from '../charts/live-stream.js';
import { loadScript } from '../charts/load-script.js';
import { ComparisonModel } from './comparison-model.js';
import { IncumbentBands } from './incumbent-bands.js';
import { RankChart, TargetChart } from './method-curves.js';
import { RaceLanes } from './race-lanes.js';
import { Switch } from './switches.js';
import { readView, writeView } from './view-query.js';
import { WinMatrixPanel } from './win-matrix.js';

/** Loads what the charts stand on; what is there already is not loaded again. */
export const loadLibraries = () => Promise.all([loadScript('signalr.min.js', 'signalR'), loadScript('plotly-strict.min.js', 'Plotly')]);

export class ComparisonView {
  #model = new ComparisonModel();
  #view = readView(location.search);
  #scales;
  #stream;
  #filename;
  #panels = [];
  #element = document.createElement('div');
  #status = new ConnectionLine();
  #switches;
  #ended = document.createElement('p');
  #wasRunning = false;
  #plotly = loadScript('plotly-strict.min.js', 'Plotly');

  /**
   * @param {string} id
   * @param {() => string} filename what pictures are called, without the chart's own name
   */
  constructor(id, filename) {
    this.#filename = filename;
    this.#stream = new LiveStream('comparison', () => [id, this.#asked], frame => this.#follow(frame), () => this.#showConnection());
    // one handler for all who wait: the panels fail quietly, and the status line says it
    this.#plotly.catch(() => this.#status.say('The charts could not be loaded. Reload the page to try again.'));
    this.#scales = this.#rememberedScales();
    this.#switches = {
      objective: new Switch('Objective', objective => this.#look({ objective })),
      axis: new Switch('Against', axis => this.#look({ axis })),
      summary: new Switch('Summary', summary => this.#look({ summary })),
      plot: new Switch('Shown', plot => this.#look({ regret: plot === 'regret' })),
    };
    const bar = document.createElement('div');
    bar.className = 'comparison-switches';
    bar.append(...Object.values(this.#switches).map(it => it.element));
    this.#ended.className = 'visually-hidden';
    this.#ended.setAttribute('role', 'status');
    this.#element.className = 'comparison-view';
    this.#element.append(this.#status.element, bar, this.#ended);
    this.#showSwitches();
  }

  get element() {
    return this.#element;
  }

  start() {
    document.addEventListener('hpo:theme', this.#restyle);
    this.#stream.start();
    this.#showConnection();
  }

  /** The element was moved to another place of the document. */
  moved() {
    this.#restyle();
  }

  dispose() {
    document.removeEventListener('hpo:theme', this.#restyle);
    this.#status.dispose();
    this.#stream.stop();
    for (const panel of this.#panels) panel.dispose?.();
    this.#element.remove();
  }

  #restyle = () => {
    for (const panel of this.#panels) panel.restyle?.();
  };

  /** The view as the hub is asked for it. */
  get #asked() {
    const { objective, axis, summary, regret } = this.#view;
    return { objective, axis, summary, regret };
  }

  /** Looks at something else: the charts stay as they are until it is there. */
  #look(change) {
    Object.assign(this.#view, change);
    this.#remember();
    this.#stream.renew();
  }

  /** Puts the view into the address, without a step in the browser's history for every look. */
  #remember() {
    // Blazor keeps notes of its own in the state
    history.replaceState(history.state, '', location.pathname + writeView(this.#view, location.search) + location.hash);
  }

  /** The scales as the chart sets them, which go into the address as well. */
  #rememberedScales() {
    const [view, remember] = [this.#view, () => this.#remember()];
    return Object.defineProperties({}, Object.fromEntries(['isLog', 'isLogX'].map(scale => [scale, {
      enumerable: true,
      get: () => view[scale],
      set: value => {
        view[scale] = value;
        remember();
      },
    }])));
  }

  #follow(frame) {
    this.#model.apply(frame);
    if (this.#panels.length === 0 && this.#model.methods.length > 0) this.#build();
    this.#element.dataset.sequence = String(this.#model.sequence);
    this.#element.dataset.state = this.#model.state;
    this.#showSwitches();
    if (this.#stream.state === 'live') this.#showConnection();
    for (const panel of this.#panels) panel.update();
    this.#announce();
    return true;
  }

  /** Once it is known what is compared. */
  #build() {
    const { methods } = this.#model;
    const panel = (chart, scales) => new ChartPanel(chart, this.#model, this.#plotly, { filename: this.#filename, scales });
    const lanes = new RaceLanes(this.#model);
    // the axis is one for all charts, and so is its scale; the others have no y axis that could be logarithmic
    this.#panels = [panel(new IncumbentBands(methods), this.#scales), lanes, new WinMatrixPanel(this.#model)];
    if (methods.length > 1) this.#panels.push(panel(new RankChart(methods)), panel(new TargetChart(methods)));
    const grid = document.createElement('div');
    grid.className = 'charts-grid';
    grid.append(...this.#panels.map(it => it.element));
    this.#element.append(grid);
  }

  #showSwitches() {
    const { objectives, isRace } = this.#model;
    const shown = objectives[this.#model.objective];
    this.#switches.objective.show(objectives.map(({ type, name }) => [type, name]), this.#view.objective ?? shown?.type);
    this.#switches.axis.show([['Time', isRace ? 'Time' : 'Simulated time'], ['Trials', 'Trials'], ['Epochs', 'Epochs']], this.#view.axis);
    this.#switches.summary.show(
      [['Mean', 'Mean ± standard deviation'], ['Median', 'Median, quartiles'], ['InterquartileMean', 'Interquartile mean, 95 %']], this.#view.summary);
    const hasRegret = shown && shown.minimum !== null;
    this.#switches.plot.show(hasRegret ? [['regret', 'Regret'], ['error', 'Error']] : [], this.#view.regret ? 'regret' : 'error');
  }

  /** A screen reader hears of the end, if it came while the page was open. */
  #announce() {
    if (this.#model.isOver && this.#wasRunning) this.#ended.textContent = `The comparison has ended: ${this.#model.done} of ${this.#model.total} runs finished.`;
    this.#wasRunning = !this.#model.isOver;
  }

  #showConnection() {
    this.#element.dataset.connection = this.#stream.state;
    this.#status.show(this.#stream, this.#model.failure ? `The comparison's log could not be written: ${this.#model.failure}` : '');
  }
}
