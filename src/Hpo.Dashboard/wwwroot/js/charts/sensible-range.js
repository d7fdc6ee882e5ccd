// Which part of the y axis a chart of errors shows by itself. Pure: no DOM, no plotly.

/** How many times the part where most errors lie the whole must be for the rest to be left out. */
const worthACut = 4;
/** The share of the errors, the smallest ones, that is always in sight. */
const inSight = 0.75;

/**
 * The range; null for all there is. Few errors that are very large would press everything else flat on the axis.
 * @param {number[]} errors
 * @param {{error: number}[]} steps of the best so far: its newest ones are always in sight
 * @param {number | null} minimum the smallest possible one, if it is known
 * @returns {{range: [number, number], isCut: boolean} | null}
 */
export function sensibleRange(errors, steps, minimum) {
  if (errors.length === 0) return null;
  const sorted = errors.toSorted((a, b) => a - b);
  const low = Math.min(sorted[0], minimum ?? Infinity, steps.at(-1)?.error ?? Infinity);
  const top = sorted.at(-1);
  // plotly would show a single value with one unit on either side
  if (top === low) return { range: around(low, (Math.abs(low) || 1) * 0.1), isCut: false };
  const high = roundedUp(sorted[Math.ceil(inSight * sorted.length) - 1] - low);
  return high > 0 && top - low > worthACut * high ? { range: [low - high * 0.06, low + high * 1.06], isCut: true } : null;
}

/** Whether there is a line to draw. */
export const hasMinimum = model => model.objective.minimum !== null;

/**
 * The known minimum as a line across the chart.
 * @param {import('./study-model.js').StudyModel} model
 * @param {import('./palette.js').Palette} palette
 * @param {boolean} isLog where 0 and below have no place
 */
export const minimumLine = (model, palette, isLog) => hasMinimum(model) && !(isLog && model.objective.minimum <= 0) ? [{
  type: 'line', xref: 'paper', x0: 0, x1: 1, yref: 'y', y0: model.objective.minimum, y1: model.objective.minimum, layer: 'below',
  line: { width: 1.5, dash: 'dash', color: palette.muted },
}] : [];

const around = (value, margin) => [value - margin, value + margin];

/** To two digits, so that the axis does not move with every trial. */
function roundedUp(extent) {
  if (extent <= 0) return 0;
  const unit = 10 ** (Math.floor(Math.log10(extent)) - 1);
  return Math.ceil(extent / unit) * unit;
}
