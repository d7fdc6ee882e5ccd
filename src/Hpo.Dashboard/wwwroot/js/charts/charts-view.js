// The charts of one study, the stream that feeds them, and the word on how fresh they are.
// On a page of the dashboard and on that of spectators, who have another hub.
import { Announcer } from './announcer.js';
import { ChartPanel } from './chart-panel.js';
import { tellConnection } from '../connection.js';
import { ConnectionLine } from './connection-line.js';
import { CurvesFigure } from './curves-figure.js';
import { errorText, seconds } from './format.js';
import { IncumbentFigure } from './incumbent-figure.js';
import { LiveStream } from './live-stream.js';
import { loadPlotly } from './load-plotly.js';
import { loadScript } from './load-script.js';
import { StudyModel } from './study-model.js';
import { tidyStage } from '../presenting/stage.js';
import { TimelineFigure } from './timeline-figure.js';

/** Loads what the charts stand on; what is there already is not loaded again. */
export const loadLibraries = () => Promise.all([loadScript('signalr.min.js', 'signalR'), loadPlotly()]);

/** @typedef {Record<string, import('./chart-panel.js').PanelView>} ChartsSight what a person looks at, chart by chart, where it is not what they begin with */

export class ChartsView {
  #model = new StudyModel();
  #stream;
  #announcer = new Announcer();
  #panels;
  /** What is around the panels; null while they stand on no page. */
  #element = null;
  #root = null;
  #status = new ConnectionLine();
  #onFrame;
  #onConnection;

  /**
   * @param {string} key what the hub knows the study by
   * @param {number} workers how many the study has
   * @param {object} [options]
   * @param {string} [options.hub] the hub's name
   * @param {{name: string, filename: string}} [options.picture] what pictures of the charts are called, on them and as files, without the chart's own name
   * @param {(model: StudyModel) => void} [options.onFrame] called when there is something new
   * @param {(stream: LiveStream) => void} [options.onConnection] called when the connection is lost or found
   * @param {(connection: any) => void} [options.onOpened] called with every new connection to the hub
   * @param {() => void} [options.onOwnSight] called when a person has zoomed, or chosen another scale
   */
  constructor(key, workers, { hub = 'study', picture = { name: '', filename: key }, onFrame = () => {}, onConnection = () => {}, onOpened, onOwnSight = () => {} } = {}) {
    this.#onFrame = onFrame;
    this.#onConnection = onConnection;
    this.#stream = new LiveStream(hub, after => [[key, after]], frame => this.#follow(frame), () => this.#showConnection(), onOpened);
    const plotly = loadPlotly();
    // one handler for all who wait: the panels fail quietly, and the status line says it
    plotly.catch(() => this.#status.say('The charts could not be loaded. Reload the page to try again.'));
    const filename = () => picture.filename;
    const { name } = picture;
    this.#panels = [
      new ChartPanel(new IncumbentFigure(), this.#model, plotly, { filename, name, onBest: best => this.#announce(best), onOwnView: onOwnSight }),
      new ChartPanel(new CurvesFigure(), this.#model, plotly, { filename, name, onOwnView: onOwnSight }),
      new ChartPanel(new TimelineFigure(workers), this.#model, plotly, { filename, name, onOwnView: onOwnSight }),
    ];
  }

  get model() {
    return this.#model;
  }

  get stream() {
    return this.#stream;
  }

  /** @returns {ChartsSight} */
  get sight() {
    return Object.fromEntries(this.#panels.map(panel => [panel.name, panel.view]).filter(([, view]) => view !== null));
  }

  /**
   * Shows what another person looks at.
   * @param {ChartsSight} sight
   */
  follow(sight) {
    for (const panel of this.#panels) panel.follow(sight[panel.name] ?? null);
  }

  start() {
    document.addEventListener('hpo:theme', this.#restyle);
    tidyStage();
    this.#stream.start();
  }

  /** @param {HTMLElement} root holds what ChartsFrame.razor has made */
  attach(root) {
    this.#root = root;
    this.#element = root.querySelector('.charts-view');
    this.#status.attach(root.querySelector('.charts-status'));
    this.#announcer.attach(root.querySelector('.charts-news'));
    for (const panel of this.#panels) panel.attach(root);
    this.#showState();
    this.#showConnection();
  }

  /** @param {HTMLElement} root */
  detach(root) {
    if (root !== this.#root) return;
    this.#root = this.#element = null;
    this.#status.attach(null);
    this.#announcer.attach(null);
    for (const panel of this.#panels) panel.detach();
  }

  dispose() {
    document.removeEventListener('hpo:theme', this.#restyle);
    this.#status.dispose();
    this.#stream.stop();
    tellConnection('charts', true);
    this.#announcer.dispose();
    for (const panel of this.#panels) panel.dispose();
  }

  #restyle = () => {
    for (const panel of this.#panels) panel.restyle();
  };

  #follow(frame) {
    if (!this.#model.apply(frame)) return false;
    this.#showState();
    if (this.#stream.state === 'live') this.#showConnection();
    for (const panel of this.#panels) panel.update();
    this.#onFrame(this.#model);
    return true;
  }

  #announce({ error, trial, elapsed }) {
    this.#announcer.say(`New best: error ${errorText(error)}, trial ${trial}, after ${seconds(elapsed)}.`);
  }

  /** How far what is known goes. */
  #showState() {
    if (!this.#element || this.#model.generation === 0) return;
    Object.assign(this.#element.dataset, { sequence: String(this.#model.sequence), state: this.#model.state });
  }

  #showConnection() {
    if (this.#element) this.#element.dataset.connection = this.#stream.state;
    this.#status.show(this.#stream, this.#model.failure ?? '');
    // a server that refuses has been reached
    tellConnection('charts', this.#stream.state !== 'stale' || this.#stream.problem !== null);
    this.#onConnection(this.#stream);
  }
}
