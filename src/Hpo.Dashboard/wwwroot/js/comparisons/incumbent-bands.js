// The chapter's figure: the incumbent against what was spent, summed up over the repetitions of each method.
import { escape } from '../charts/figure-layout.js';
import { count, errorText, valueText } from '../charts/format.js';
import { translucent } from '../charts/palette.js';
import { addPoint, Moving, noPoints } from '../charts/points.js';
import { costLayout, lineWidths, methodLegend, methodLine, pictureLayout } from './comparison-layout.js';
import { axisTitle, costText } from './cost-axes.js';
import { methodStyle } from './method-style.js';

/** The traces of a method, in the order in which they are drawn. */
const parts = { lower: 0, upper: 1, held: 2, centre: 3, racing: 4 };
const perMethod = Object.keys(parts).length;

/** With more methods their filled bands hide each other, and the edges alone are drawn. */
const mostFilled = 4;

/** Of more methods the best are put in words. */
const mostSaid = 4;

const words = {
  Mean: { centre: 'mean', band: 'one standard deviation' },
  Median: { centre: 'median', band: 'quartiles' },
  InterquartileMean: { centre: 'interquartile mean', band: '95 % bootstrap interval' },
};

export class IncumbentBands {
  name = 'incumbent';
  title = 'Best error so far';
  hasLogX = true;
  #moving = new Moving();
  #scales = {};
  #isCut = false;

  /** @param {string[]} methods their names */
  constructor(methods) {
    this.legend = [
      ...methodLegend(methods),
      ['band', 'dashed: the spread between repetitions', ({ figures: { Incumbent: { curves } } }) => curves.some(curve => curve.lower.some(isThere))],
      ['held', 'thin: its repetitions had ended', ({ figures: { Incumbent: { grid, curves } } }) => curves.some(curve => heldFrom(grid, curve) < grid.length)],
    ];
  }

  /** What, when it changes, makes a new figure necessary. */
  shape(model) {
    const { objective, axis, isRegret } = model.figures.Incumbent;
    return [objective, axis, isRegret].join();
  }

  hasPoints(model) {
    return model.figures.Incumbent.curves.some(curve => curve.center.some(isThere)) || model.racing.some(lane => lane.steps.length > 0);
  }

  emptyText(model) {
    if (!model.isOver) return 'Waiting for the first repetition…';
    return model.done === 0 ? 'It ended before a repetition had.' : 'No repetition handed in an error.';
  }

  figure(model, palette, scales) {
    this.#moving = new Moving();
    this.#scales = scales;
    const figure = model.figures.Incumbent;
    const points = this.#moving.changed(allPoints(model));
    const widths = lineWidths(model.isRace);
    const data = model.methods.flatMap((name, method) => {
      const { colour, dash } = methodStyle(method, palette);
      const edge = { type: 'scatter', mode: 'lines', hoverinfo: 'skip', showlegend: false, line: { shape: 'hv', width: palette.fontSize * widths.edge, color: colour, dash } };
      const line = methodLine(method, palette, model.isRace);
      const styles = {
        [parts.lower]: { name: `${name}: lower`, ...edge },
        [parts.upper]: { name: `${name}: upper`, ...edge, ...(model.methods.length > mostFilled ? {} : { fill: 'tonexty', fillcolor: translucent(colour, 0.08) }) },
        [parts.held]: { name: `${name}: held`, ...edge, line: { ...edge.line, dash: 'solid', width: palette.fontSize * widths.held, color: translucent(colour, 0.55) } },
        [parts.centre]: { name: escape(name), ...line, hovertemplate: `${escape(name)}: %{text}<extra></extra>`, showlegend: true },
        [parts.racing]: { name: `${escape(name)}: now`, type: 'scatter', mode: 'lines', line: { ...line.line, width: palette.fontSize * widths.racing }, showlegend: false, hovertemplate: `${escape(name)}, this repetition: %{y:.4~g}<extra></extra>` },
      };
      return Object.entries(styles).map(([part, style]) => ({ ...style, ...points.get(method * perMethod + Number(part)) }));
    });
    return { data, layout: costLayout(figure, palette, { ...scales, isRace: model.isRace, yTitle: figure.isRegret ? 'regret' : model.objectives[figure.objective ?? 0]?.measures ?? 'error' }) };
  }

  /** Draws what is new since the last time. */
  async advance(model, plot) {
    await plot.move(this.#moving.changed(allPoints(model)));
    const part = this.#scales.isLog || this.#scales.isLogX ? null : closeUp(model.figures.Incumbent, model.racing);
    this.#isCut = await plot.fitY(part?.range ?? null) && part.isCut;
    return null;
  }

  summary(model) {
    const { axis, summary, grid, curves } = model.figures.Incumbent;
    const ends = curves.filter(curve => curve.center.some(isThere)).sort((a, b) => a.center.at(-1) - b.center.at(-1));
    if (ends.length === 0) return '';
    const { centre, band } = words[summary];
    const what = `${capital(centre)}${ends.some(curve => isThere(curve.lower.at(-1))) ? ` with ${band}` : ''}, after ${costText(grid.at(-1), axis)}:`;
    const said = ends.slice(0, mostSaid).map(curve => `${model.methods[curve.method]} ${summaryText(curve, grid.length - 1, summary)}${missing(curve)}`);
    const rest = ends.length - said.length;
    return `${what} ${said.join('; ')}${rest > 0 ? `; and ${rest} higher, in the table` : ''}.`;
  }

  /** What the picture does not show. */
  logNote(model, { isLog, isLogX }) {
    const { curves, grid } = model.figures.Incumbent;
    const isLow = values => values.some(value => value !== null && value <= 0);
    const notes = this.#isCut ? ['The beginning lies above the picture: Reset zoom shows all of it.'] : [];
    if (isLog && curves.some(curve => isLow(curve.center))) notes.push('Values of 0 and below have no place on a log scale.');
    else if (isLog && curves.some(curve => isLow(curve.lower))) notes.push('Where the spread reaches 0 or below, its lower edge has no place on a log scale.');
    if (isLogX && grid[0] <= 0) notes.push('What happened at 0 has no place on a log scale.');
    return notes.join(' ');
  }

  pictureLayout(model) {
    return pictureLayout(model, this.heading(model));
  }

  /** The chart's heading. */
  heading(model) {
    const { summary, objective, isRegret } = model.figures.Incumbent;
    const place = model.objectives.length > 1 && objective !== null ? ` on ${model.objectives[objective].name}` : '';
    return `${isRegret ? 'regret' : 'best error'} so far${place}, ${words[summary].centre}`;
  }

  tables(model) {
    const { axis, grid, curves, summary } = model.figures.Incumbent;
    return [{
      caption: `${capital(this.heading(model))} with ${words[summary].band}; a value holds until the next line`,
      columns: [axisTitle(axis, model.isRace), ...curves.flatMap(({ method }) => [model.methods[method], 'from', 'to'])],
      rows: changes(grid, curves).map(i => [valueText(grid[i]), ...curves.flatMap(curve => [curve.center[i], curve.lower[i], curve.upper[i]].map(errorText))]),
    }];
  }
}

/** From this share of the x axis on, everything is to be seen. */
const settled = 0.12;

/** How much more of the y axis the whole must take for its beginning to be cut off. */
const worthACut = 2;

/**
 * The part of the y axis in which the curves lie once they have come down: drawn with their beginning, later differences would not be seen.
 * @returns {{range: [number, number], isCut: boolean} | null} null when all of it can be shown as it is
 */
export function closeUp({ grid, curves }, racing = []) {
  const from = (grid.at(-1) ?? 0) * settled;
  const values = after => [
    ...grid.flatMap((cost, i) => cost < after ? [] : curves.flatMap(curve => [curve.center[i], curve.lower[i], curve.upper[i]].filter(isThere))),
    ...racing.flatMap(({ steps }) => steps.filter(([cost]) => cost >= after).map(([, error]) => error)),
  ];
  const [all, late] = [values(-Infinity), values(from)];
  if (late.length === 0) return null;
  const [low, high] = [Math.min(...late), Math.max(...late)];
  const extent = Math.max(...all) - Math.min(...all);
  // plotly would show a single value with one unit on either side
  if (extent === 0) return { range: [low - (Math.abs(low) || 1) * 0.1, low + (Math.abs(low) || 1) * 0.1], isCut: false };
  const margin = (high - low) * 0.06;
  return margin > 0 && extent > worthACut * (high - low) ? { range: [low - margin, high + margin], isCut: true } : null;
}

const isThere = value => value !== null;

const capital = text => text[0].toUpperCase() + text.slice(1);

/** The places of a grid at which some curve has another value than before. */
function changes(grid, curves) {
  const key = i => curves.map(curve => [curve.center[i], curve.lower[i], curve.upper[i]].join()).join(';');
  return grid.map((_, i) => i).filter(i => (i === 0 || key(i) !== key(i - 1)) && curves.some(curve => isThere(curve.center[i])));
}

const missing = curve => curve.missing > 0 ? `, ${curve.missing} without a result` : '';

/** The first place of the grid behind the end of a method's repetitions: from there on its curve is held and not measured. */
function heldFrom(grid, curve) {
  if (curve.end === null) return grid.length;
  const place = grid.findIndex(cost => cost > curve.end);
  return place < 0 ? grid.length : place;
}

function summaryText(curve, i, summary) {
  const [centre, lower, upper] = [curve.center[i], curve.lower[i], curve.upper[i]];
  if (!isThere(lower)) return `${errorText(centre)} (${count(curve.repetitions, 'repetition')})`;
  return summary === 'Mean'
    ? `${errorText(centre)} ± ${spread(upper - centre)} (${count(curve.repetitions, 'repetition')})`
    : `${errorText(centre)}, ${errorText(lower)} to ${errorText(upper)} (${count(curve.repetitions, 'repetition')})`;
}

/** A spread needs no more than two digits. */
const spread = value => String(Number(value.toPrecision(2)));

/** All points of the figure by trace. Before a curve begins there is nothing: no line leads there. */
function allPoints(model) {
  const { grid, curves, summary, objective } = model.figures.Incumbent;
  const points = new Map(model.methods.flatMap((_, method) => Object.values(parts).map(part => [method * perMethod + part, noPoints()])));
  for (const curve of curves) {
    const of = part => points.get(curve.method * perMethod + part);
    const held = heldFrom(grid, curve);
    grid.forEach((cost, i) => {
      if (!isThere(curve.center[i])) return;
      if (isThere(curve.lower[i]) && i < held) {
        addPoint(of(parts.lower), cost, curve.lower[i], '');
        addPoint(of(parts.upper), cost, curve.upper[i], '');
      }
      if (i < held) addPoint(of(parts.centre), cost, curve.center[i], summaryText(curve, i, summary));
      // from the last measured point on
      if (i >= held - 1 && held < grid.length) addPoint(of(parts.held), cost, curve.center[i], '');
    });
  }
  for (const { method, repetition, steps } of model.racing) {
    const target = points.get(method * perMethod + parts.racing);
    for (const [cost, error] of steps) addPoint(target, cost, error, '');
    const lane = model.lanes.find(it => it.objective === objective && it.method === method && it.repetition === repetition);
    // the incumbent stands until now
    if (lane && steps.length > 0 && model.costOf(lane) > steps.at(-1)[0]) addPoint(target, model.costOf(lane), steps.at(-1)[1], '');
  }
  return points;
}
