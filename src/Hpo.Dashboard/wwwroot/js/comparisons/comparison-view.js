// The figures of one comparison, the stream that feeds them, and the switches that say which of them to show.
import { ChartPanel } from '../charts/chart-panel.js';
import { ConnectionLine } from '../charts/connection-line.js';
import { LiveStream } from '../charts/live-stream.js';
import { loadPlotly } from '../charts/load-plotly.js';
import { loadScript } from '../charts/load-script.js';
import { tidyStage } from '../presenting/stage.js';
import { ComparisonModel } from './comparison-model.js';
import { DescribedChart } from './described-chart.js';
import { RaceLanes } from './race-lanes.js';
import { Switch } from './switches.js';
import { readView, writeView } from './view-query.js';
import { WinMatrixPanel } from './win-matrix.js';

/** Loads what the charts stand on; what is there already is not loaded again. */
export const loadLibraries = () => Promise.all([loadScript('signalr.min.js', 'signalR'), loadPlotly()]);

/** All objectives together, in the address and among the switch's values; no catalog has an objective of this type. */
const everything = 'all';

export class ComparisonView {
  #contest;
  #model;
  #view = readView(location.search);
  #scales;
  #stream;
  #filename;
  #incumbents;
  #panels;
  #onFrame;
  #onConnection;
  #onOwnSight;
  /** What is around the panels; null while they stand on no page. */
  #element = null;
  #root = null;
  #status = new ConnectionLine();
  #switches;
  #plotly = loadPlotly();

  /**
   * @param {string} id
   * @param {import('./comparison-model.js').Contest} contest
   * @param {() => string} filename what pictures are called, without the chart's own name
   * @param {object} [options] as those of the charts of a study
   * @param {string} [options.hub] the hub's name
   * @param {string} [options.method] what the hub calls a stream of a view
   * @param {(model: ComparisonModel) => void} [options.onFrame] called when there is something new
   * @param {(stream: LiveStream) => void} [options.onConnection] called when the connection is lost or found
   * @param {(connection: any) => void} [options.onOpened] called with every new connection to the hub
   * @param {() => void} [options.onOwnSight] called when a person looks at something else
   */
  constructor(id, contest, filename, { hub = 'comparison', method = 'Watch', onFrame = () => {}, onConnection = () => {}, onOpened, onOwnSight = () => {} } = {}) {
    this.#contest = contest;
    this.#filename = filename;
    this.#onFrame = onFrame;
    this.#onConnection = onConnection;
    this.#onOwnSight = onOwnSight;
    this.#tidy();
    this.#model = new ComparisonModel(contest, this.#view.axis);
    this.#stream = new LiveStream(hub, () => this.#requests.map(view => [id, view]), frame => this.#followFrame(frame), () => this.#showConnection(), onOpened, method);
    // one handler for all who wait: the panels fail quietly, and the status line says it
    this.#plotly.catch(() => this.#status.say('The charts could not be loaded. Reload the page to try again.'));
    this.#scales = this.#rememberedScales();
    this.#switches = {
      objective: new Switch('objective', objective => this.#look({ objective })),
      axis: new Switch('axis', axis => this.#look({ axis })),
      summary: new Switch('summary', summary => this.#look({ summary })),
      plot: new Switch('plot', plot => this.#look({ regret: plot === 'regret' })),
    };
    this.#panels = this.#makePanels();
    this.#showSwitches();
  }

  get model() {
    return this.#model;
  }

  get stream() {
    return this.#stream;
  }

  /** What is looked at, for spectators: see SharedLook. */
  get look() {
    const { objective, axis, summary, regret } = this.#view;
    return { objective, axis, summary, regret };
  }

  /** What a person has made of the charts, where it is not what they begin with. */
  get sight() {
    return Object.fromEntries(this.#charts.map(panel => [panel.name, panel.view]).filter(([, view]) => view !== null));
  }

  /** Shows what another person looks at. */
  follow({ look, charts }) {
    if (look && JSON.stringify(look) !== JSON.stringify(this.look)) this.#show(look);
    for (const panel of this.#charts) panel.follow(charts?.[panel.name] ?? null);
  }

  start() {
    document.addEventListener('hpo:theme', this.#restyle);
    tidyStage();
    this.#stream.start();
  }

  /** @param {HTMLElement} root holds what ComparisonCharts.razor has made */
  attach(root) {
    this.#root = root;
    this.#element = root.querySelector('.charts-view');
    this.#status.attach(root.querySelector('.charts-status'));
    for (const part of [...Object.values(this.#switches), ...this.#panels]) part.attach(root);
    this.#showSwitches();
    this.#showState();
    this.#showConnection();
  }

  /** @param {HTMLElement} root */
  detach(root) {
    if (root !== this.#root) return;
    this.#root = this.#element = null;
    this.#status.attach(null);
    for (const part of [...Object.values(this.#switches), ...this.#panels]) part.detach();
  }

  dispose() {
    document.removeEventListener('hpo:theme', this.#restyle);
    this.#status.dispose();
    this.#stream.stop();
    for (const panel of this.#panels) panel.dispose?.();
  }

  #restyle = () => {
    for (const panel of this.#panels) panel.restyle?.();
  };


  /** The place of the objective that is shown; null for all together. */
  get #objective() {
    const { objective } = this.#view;
    return objective === everything ? null : Math.max(0, this.#contest.objectives.findIndex(({ type }) => type === objective));
  }

  /** An objective that is not there means the first. */
  #tidy() {
    const { objectives } = this.#contest;
    const isThere = objective => objectives.some(({ type }) => type === objective) || (objective === everything && objectives.length > 1);
    if (!isThere(this.#view.objective)) this.#view.objective = null;
  }

  /** The views as the hub is asked for them. Errors of different objectives have no common figure; ranks, targets and wins have. */
  get #requests() {
    const { axis, summary, regret } = this.#view;
    const objective = this.#objective;
    return [
      { objective: objective ?? 0, axis, summary, plot: 'Incumbent', isRegret: regret },
      { objective, plot: 'Wins' },
      ...(this.#contest.methods.length > 1 ? [{ objective, axis, plot: 'Rank' }, { objective, axis, plot: 'Targets' }] : []),
    ];
  }

  /** A person looks at something else. */
  #look(change) {
    this.#show(change);
    this.#onOwnSight();
  }

  /** The charts stay as they are until it is there. */
  #show(change) {
    Object.assign(this.#view, change);
    this.#tidy();
    this.#remember();
    this.#showSwitches();
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
        // browsers limit how often an address is written
        if (view[scale] === value) return;
        view[scale] = value;
        remember();
      },
    }])));
  }

  #followFrame(frame) {
    this.#model.apply(frame);
    this.#showState();
    if (this.#stream.state === 'live') this.#showConnection();
    for (const panel of this.#panels) panel.update();
    this.#onFrame(this.#model);
    return true;
  }

  /** How far what is known goes. */
  #showState() {
    if (!this.#element || this.#model.generation === 0) return;
    Object.assign(this.#element.dataset, { sequence: String(this.#model.sequence), state: this.#model.state });
  }

  #makePanels() {
    const { methods } = this.#contest;
    const panel = (chart, scales) => new ChartPanel(chart, this.#model, this.#plotly, { filename: this.#filename, scales, onOwnView: this.#onOwnSight });
    const oneObjective = () => this.#objective !== null;
    this.#incumbents = panel(new DescribedChart('incumbent', 'Best error so far', 'Incumbent', { hasLogScale: true, isWanted: oneObjective }), this.#scales);
    const panels = [new RaceLanes(this.#model), this.#incumbents, new WinMatrixPanel(this.#model)];
    const curves = (name, title, plot) => panel(new DescribedChart(name, title, plot, { hasLogScale: false }));
    if (methods.length > 1) panels.push(curves('ranks', 'Average rank', 'Rank'), curves('targets', 'Targets hit', 'Targets'));
    return panels;
  }

  /** The panels with a chart. */
  get #charts() {
    return this.#panels.filter(panel => panel instanceof ChartPanel);
  }

  #showSwitches() {
    const { objectives } = this.#contest;
    const { axis, summary, regret } = this.#view;
    const objective = this.#objective;
    this.#switches.objective.show(true, objective === null ? everything : objectives[objective].type);
    this.#switches.axis.show(true, axis);
    this.#switches.summary.show(objective !== null, summary);
    this.#switches.plot.show(objective !== null && objectives[objective].minimum !== null, regret ? 'regret' : 'error');
    this.#incumbents.isHidden = objective === null;
  }

  #showConnection() {
    if (this.#element) this.#element.dataset.connection = this.#stream.state;
    this.#status.show(this.#stream, this.#model.failure ? `The comparison's log could not be written: ${this.#model.failure}` : '');
    this.#onConnection(this.#stream);
  }
}
