// Who ran when: a lane a worker, a bar for each stretch of a trial, in which it was run without a break. All bars of a kind are one path; very many are
// drawn as finely as can be seen in the part of the axis that is in sight.
import { baseLayout } from './figure-layout.js';
import { count, errorText, factLines, reasons, seconds, statusesText, statusText, within } from './format.js';
import { translucent } from './palette.js';
import { addPoint, Moving, noPoints } from './points.js';
import { hasPauses, hasRunning, isFailure } from './study-model.js';
import { barAt, blocksOf, busyShare, countStretches, timelineBars } from './timeline-bars.js';

const trace = { finished: 0, paused: 1, cut: 2, failed: 3, running: 4, best: 5, darkLabels: 6, lightLabels: 7 };
const kinds = Object.keys(trace).slice(0, trace.darkLabels);
/** The kinds whose bars are dark on a light page, and the other way round: what is written on them has the colour of the page. */
const strongKinds = new Set(['finished', 'failed', 'best']);
const halfHeight = 0.38;
const mostSeparated = 300;
/** About as many as the axis has on a wide screen. */
const pixels = 1000;
const mostLaneNames = 24;
const rowsShown = 200;

export class TimelineChart {
  name = 'timeline';
  title = 'Who ran when';
  hasLogScale = false;
  /** Bars that grow need no more than a picture a second; the time is better spent on the other charts. */
  shortestRest = 1000;
  legend = [
    ['bar-best', "the best trial's"], ['bar-finished', 'completed'], ['bar-running', model => model.state === 'paused' ? 'resting' : 'running', hasRunning], ['bar-paused', 'then paused', hasPauses],
    ['bar-cut', model => statusesText(cutTrials(model), model), model => cutTrials(model).length > 0],
    ['bar-failed', model => statusesText(failedTrials(model), model), model => model.lost > 0 && failedTrials(model).length > 0],
    ['bar-idle', 'idle'], ['bar-standstill', 'study paused here', model => model.standstills.length > 0],
  ];

  #workers;
  #bars = [];
  #elapsed = 0;
  #moving = new Moving();
  #charWidth = 0;

  /** @param {number} workers how many there are, whether they have run a trial or not */
  constructor(workers) {
    this.#workers = workers;
  }

  /** The height of the drawing in rem. */
  height(model) {
    const lanes = this.#lanes(model);
    return 3.5 + Math.max(2, lanes) * (lanes <= 8 ? 1.9 : lanes <= 16 ? 1.4 : lanes <= 32 ? 1 : 0.6);
  }

  /** What, when it changes, makes a new figure necessary. */
  shape(model) {
    return [this.#lanes(model), this.#isSeparated(model), model.standstills.length, statusesText(cutTrials(model), model), statusesText(failedTrials(model), model)].join();
  }

  hasPoints(model) {
    return model.trials.length > 0;
  }

  figure(model, palette, { isNarrow }) {
    this.#moving = new Moving();
    this.#charWidth = palette.fontSize * 0.6;
    this.#moving.changed(noLabels());
    const points = this.#moving.changed(this.#barPoints(model, { from: 0, to: model.elapsed }));
    const width = this.#isSeparated(model) ? 1 : 0;
    // plotly makes an element for the line around each bar, even one without a width
    const bar = { mode: width > 0 ? 'lines' : 'none', fill: 'toself', hoverinfo: 'skip', line: { width, color: palette.surface } };
    const label = { mode: 'text', hoverinfo: 'skip', cliponaxis: true };
    const font = { size: palette.fontSize * 0.85 };
    const styles = {
      [trace.finished]: { name: 'completed', ...bar, fillcolor: palette.trial },
      [trace.paused]: { name: 'then paused', ...bar, fillcolor: translucent(palette.trial, 0.4) },
      [trace.cut]: { name: statusesText(cutTrials(model), model), ...bar, fillpattern: { shape: '/', size: palette.fontSize * 0.5, solidity: 0.25, fgcolor: palette.muted, bgcolor: translucent(palette.muted, 0.15) } },
      [trace.failed]: { name: statusesText(failedTrials(model), model), ...bar, fillcolor: palette.failed },
      [trace.running]: { name: 'running', ...bar, mode: 'lines', fillcolor: palette.surface, line: { width: 1.5, color: palette.text } },
      [trace.best]: { name: "the best trial's", ...bar, fillcolor: palette.incumbent },
      [trace.darkLabels]: { name: 'numbers', showlegend: false, ...label, textfont: { ...font, color: palette.text } },
      [trace.lightLabels]: { name: 'numbers', showlegend: false, ...label, textfont: { ...font, color: palette.surface } },
    };
    const data = Object.entries(styles).map(([index, style]) => ({ type: 'scatter', ...style, ...(points.get(Number(index)) ?? noPoints()) }));
    const layout = baseLayout(palette, { isLog: false, isNarrow, strip: null, xTitle: 'seconds since the start' });
    layout.xaxis.rangemode = 'tozero';
    const lanes = this.#lanes(model);
    layout.yaxis = {
      ...layout.yaxis, range: [lanes - 0.5, -0.5], fixedrange: true, showgrid: false, ticks: '', title: { text: '' }, ...laneNames(lanes, isNarrow),
    };
    layout.shapes = Array.from({ length: lanes }, (_, lane) => ({
      type: 'rect', xref: 'paper', yref: 'y', x0: 0, x1: 1, y0: lane - halfHeight, y1: lane + halfHeight, layer: 'below', line: { width: 0 },
      fillcolor: translucent(palette.muted, 0.1),
    }));
    layout.shapes.push(...model.standstills.map(time => ({
      type: 'line', xref: 'x', yref: 'paper', x0: time, x1: time, y0: 0, y1: 1, layer: 'above', line: { width: 2, dash: 'dot', color: palette.text },
    })));
    return { data, layout };
  }

  /** Draws what is new since the last time. */
  async advance(model, plot) {
    await plot.move(this.#moving.changed(this.#barPoints(model, plot.view)));
    // the bars may have moved the axis, and which numbers fit depends on it
    await plot.move(this.#moving.changed(this.#labelPoints(plot.view)));
    return null;
  }

  /** What there is to say about a place on the axes; null when there is nothing. */
  tip(place) {
    const bar = barAt(this.#bars, place, this.#elapsed);
    if (!bar) return null;
    const { trial, stretch, kind } = bar;
    const end = stretch.to ?? this.#elapsed;
    return [
      `Trial ${trial.id} on worker ${stretch.worker}, ${kind === 'paused' ? 'then paused' : within(statusText(trial.status))}`,
      `${seconds(stretch.from)} to ${stretch.to === null ? 'now' : seconds(end)}, ${seconds(end - stretch.from)} long`,
      ...(stretch.reason ? [`Went on: ${stretch.reason}`] : []),
      ...factLines(trial),
      ...reasons(trial),
    ].join('\n');
  }

  summary(model) {
    const lanes = this.#lanes(model);
    const busy = busyShare(model, lanes);
    const stretches = countStretches(model);
    const pauses = model.standstills.length;
    return [
      `${count(lanes, 'worker')}${busy === null ? '' : `, busy ${Math.round(100 * busy)} % of the time`}.`,
      stretches > model.trials.length ? `${count(model.trials.length, 'trial')} in ${stretches} stretches.` : '',
      pauses > 0 ? `The study was paused ${pauses === 1 ? 'once' : `${pauses} times`}; its time stood still.` : '',
    ].filter(Boolean).join(' ');
  }

  tables(model) {
    const bars = timelineBars(model).sort((a, b) => b.stretch.from - a.stretch.from || b.trial.id - a.trial.id);
    return [{
      caption: bars.length > rowsShown ? `The last ${rowsShown} stretches` : 'Each stretch in which a worker ran a trial, the last one first',
      columns: ['worker', 'trial', 'from', 'to', 'afterwards', 'error', 'why'],
      rows: bars.slice(0, rowsShown).map(({ trial, stretch, kind }) => [
        stretch.worker, trial.id, seconds(stretch.from), stretch.to === null ? 'now' : seconds(stretch.to),
        kind === 'paused' ? 'Paused' : statusText(trial.status, model.state), errorText(errorBy(trial, stretch)), stretch.reason ?? trial.reason,
      ]),
    }];
  }

  #lanes(model) {
    return Math.max(this.#workers, model.workers, model.askedWorkers, 1);
  }

  /** Whether bars have a thin line around them: of very many that are thinner than a pixel it would leave nothing. */
  #isSeparated(model) {
    return countStretches(model) <= mostSeparated * this.#lanes(model);
  }

  #barPoints(model, view) {
    this.#bars = timelineBars(model);
    this.#elapsed = model.elapsed;
    const points = new Map(kinds.map(kind => [trace[kind], noPoints()]));
    const pixelAt = this.#isSeparated(model) ? () => 0 : pixelsOf(view, model.elapsed);
    for (const { worker, kind, from, to } of blocksOf(this.#bars, model.elapsed, pixelAt)) addBlock(points.get(trace[kind]), worker, from, to);
    return points;
  }

  /** The trials' numbers, on bars that are wide enough for them. */
  #labelPoints({ from, to, pixels }) {
    const points = noLabels();
    for (const { trial, stretch, kind } of this.#bars) {
      const [left, right] = [Math.max(from, stretch.from), Math.min(to, stretch.to ?? this.#elapsed)];
      const text = String(trial.id);
      if ((right - left) * pixels / (to - from) < (text.length + 1) * this.#charWidth) continue;
      addPoint(points.get(strongKinds.has(kind) ? trace.lightLabels : trace.darkLabels), (left + right) / 2, stretch.worker, text);
    }
    return points;
  }
}

const ended = model => model.ended.map(id => model.trials[id]);
const cutTrials = model => ended(model).filter(({ status }) => ['stopped', 'cancelled', 'interrupted'].includes(status));
const failedTrials = model => ended(model).filter(isFailure);

const noLabels = () => new Map([[trace.darkLabels, noPoints()], [trace.lightLabels, noPoints()]]);

/** How many seconds a pixel is: in sight as it is zoomed, elsewhere as if all were in sight. In steps of two, so that not everything moves with each second. */
function pixelsOf({ from, to }, elapsed) {
  const [inSight, elsewhere] = [Math.min(to - from, elapsed), elapsed].map(span => 2 ** Math.ceil(Math.log2(span / pixels)));
  return ran => ran.to >= from && ran.from <= to ? inSight : elsewhere;
}

function addBlock(points, lane, from, to) {
  const [low, high] = [lane - halfHeight, lane + halfHeight];
  // round the corners, and a gap before the next one
  points.x.push(from, to, to, from, from, null);
  points.y.push(low, low, high, high, low, null);
}

function laneNames(lanes, isNarrow) {
  const step = Math.ceil(lanes / mostLaneNames);
  const tickvals = Array.from({ length: Math.ceil(lanes / step) }, (_, i) => i * step);
  return { tickvals, ticktext: tickvals.map(lane => isNarrow ? String(lane) : `worker ${lane}`) };
}

/** The trial's error when the stretch was over. */
function errorBy(trial, { to }) {
  if (isFailure(trial)) return null;
  const place = trial.times.findLastIndex(time => to === null || time <= to);
  return trial.errors[place] ?? null;
}
