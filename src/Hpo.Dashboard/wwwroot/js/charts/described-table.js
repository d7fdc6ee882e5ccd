// The table of a described figure of step lines: a row for each x at which a column changes, and in it what each of them is there.
import { errorText, valueText } from './format.js';

const formats = { Error: errorText, Rank: value => value.toFixed(2), Share: value => `${Math.round(100 * value)} %` };

/**
 * @param {{caption: string, x: string, columns: {title: string, trace: number, format: string}[]}} table
 * @param {{x: number[], y: number[]}[]} data the figure's traces
 * @returns {import('./table-twin.js').Table}
 */
export function describedTable({ caption, x, columns }, data) {
  const now = columns.map(() => null);
  const places = columns.map(() => 0);
  const rows = [];
  for (const place of [...new Set(columns.flatMap(({ trace }) => data[trace].x))].sort((a, b) => a - b)) {
    let hasChanged = false;
    columns.forEach(({ trace }, i) => {
      if (data[trace].x[places[i]] !== place) return;
      const value = data[trace].y[places[i]++];
      hasChanged ||= value !== now[i];
      now[i] = value;
    });
    if (hasChanged) rows.push([valueText(place), ...columns.map(({ format }, i) => now[i] === null ? '–' : formats[format](now[i]))]);
  }
  return { caption, columns: [x, ...columns.map(({ title }) => title)], rows };
}
