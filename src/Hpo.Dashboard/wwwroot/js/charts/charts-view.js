// The charts of one study, the stream that feeds them, and the word on how fresh they are.
import { Announcer } from './announcer.js';
import { ChartPanel } from './chart-panel.js';
import { ConnectionLine } from './connection-line.js';
import { number, seconds } from './format.js';
import { IncumbentChart } from './incumbent-chart.js';
import { LearningCurves } from './learning-curves.js';
import { LiveStream } from './live-stream.js';
import { loadScript } from './load-script.js';
import { StudyModel } from './study-model.js';
import { TimelineChart } from './timeline-chart.js';

/** Loads what the charts stand on; what is there already is not loaded again. */
export const loadLibraries = () => Promise.all([loadScript('signalr.min.js', 'signalR'), loadScript('plotly-strict.min.js', 'Plotly')]);

export class ChartsView {
  #model = new StudyModel();
  #stream;
  #announcer = new Announcer();
  #panels;
  #element = document.createElement('div');
  #status = new ConnectionLine();

  /**
   * @param {string} studyId
   * @param {number} workers how many the study has
   * @param {{name: string, filename: string}} picture what pictures of the charts are called, on them and as files, without the chart's own name
   */
  constructor(studyId, workers, picture = { name: '', filename: studyId }) {
    this.#stream = new LiveStream('study', after => [[studyId, after]], frame => this.#follow(frame), () => this.#showConnection());
    const plotly = loadScript('plotly-strict.min.js', 'Plotly');
    // one handler for all who wait: the panels fail quietly, and the status line says it
    plotly.catch(() => this.#status.say('The charts could not be loaded. Reload the page to try again.'));
    const filename = () => picture.filename;
    const { name } = picture;
    this.#panels = [
      new ChartPanel(new IncumbentChart(), this.#model, plotly, { filename, name, onBest: best => this.#announce(best) }),
      new ChartPanel(new LearningCurves(), this.#model, plotly, { filename, name }),
      new ChartPanel(new TimelineChart(workers), this.#model, plotly, { filename, name }),
    ];
    const grid = document.createElement('div');
    grid.className = 'charts-grid';
    grid.append(...this.#panels.map(panel => panel.element));
    this.#element.className = 'charts-view';
    this.#element.append(this.#status.element, grid, this.#announcer.element);
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
    this.#announcer.dispose();
    for (const panel of this.#panels) panel.dispose();
    this.#element.remove();
  }

  #restyle = () => {
    for (const panel of this.#panels) panel.restyle();
  };

  #follow(frame) {
    if (!this.#model.apply(frame)) return false;
    this.#element.dataset.sequence = String(this.#model.sequence);
    this.#element.dataset.state = this.#model.state;
    if (this.#stream.state === 'live') this.#showConnection();
    for (const panel of this.#panels) panel.update();
    return true;
  }

  #announce({ error, trial, elapsed }) {
    this.#announcer.say(`New best: error ${number(error)}, trial ${trial}, after ${seconds(elapsed)}.`);
  }

  #showConnection() {
    this.#element.dataset.connection = this.#stream.state;
    this.#status.show(this.#stream, this.#model.failure ?? '');
  }
}
