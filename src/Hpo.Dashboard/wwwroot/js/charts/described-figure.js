// A figure as C# has described it (src/Hpo.Figures), put into this page: the theme's variables by their values, and sizes by the size of the page.
import { translucent } from './palette.js';

/** The size of the type for which figures are described, in pixels; see FigureStyles.cs. */
const describedFor = 13.6;
/** What grows with the type. */
const lengths = new Set(['size', 'width', 'standoff']);

const variable = /^var\((--[\w-]+)\)$/;
const mixed = /^color-mix\(in srgb, var\((--[\w-]+)\) ([\d.]+)%, transparent\)$/;

/**
 * @param {object} description a figure's data or layout, or a part of it; it stays as it is
 * @param {{variable: (name: string) => string, fontSize: number}} palette
 */
export function onPage(description, palette) {
  return Object.fromEntries(Object.entries(description).map(([name, part]) => [name, placed(name, part, palette)]));
}

function placed(name, part, palette) {
  if (typeof part === 'string') return coloured(part, palette);
  if (typeof part === 'number') return lengths.has(name) ? part * palette.fontSize / describedFor : part;
  if (part === null || typeof part !== 'object') return part;
  if (!Array.isArray(part)) return onPage(part, palette);
  // columns of values are what they are
  return isObject(part[0]) ? part.map(one => onPage(one, palette)) : part;
}

const isObject = part => part !== null && typeof part === 'object' && !Array.isArray(part);

function coloured(text, palette) {
  const [, name] = variable.exec(text) ?? [];
  if (name) return palette.variable(name);
  const [, colour, percent] = mixed.exec(text) ?? [];
  return colour ? translucent(palette.variable(colour), percent / 100) : text;
}

/**
 * The axes of a figure in a choice of scales: views after the first are described by what they have otherwise than it.
 * @param {{views: {isLog: boolean, isLogX: boolean, layout: object}[]}} description
 * @param {{isLog: boolean, isLogX?: boolean}} scales
 */
export function viewOf({ views }, { isLog, isLogX = false }) {
  const view = views.find(it => it.isLog === isLog && it.isLogX === isLogX) ?? views[0];
  return { ...view, layout: { ...views[0].layout, ...view.layout } };
}

/**
 * A described layout on this page.
 * @param {object} layout
 * @param {import('./palette.js').Palette} palette
 * @param {boolean} isNarrow whether there is no room for the title of the y axis, and for words before its numbers
 */
export function layoutOnPage(layout, palette, isNarrow) {
  const placed = onPage(layout, palette);
  // with a finger the page must scroll; a mouse draws a box to zoom into
  placed.dragmode = matchMedia('(pointer: coarse)').matches ? false : 'zoom';
  if (isNarrow) {
    placed.margin = { ...placed.margin, l: 36, b: 40 };
    placed.yaxis.title = { ...placed.yaxis.title, text: '' };
    if (placed.yaxis.ticktext) placed.yaxis.ticktext = placed.yaxis.tickvals.map(String);
  }
  return placed;
}
