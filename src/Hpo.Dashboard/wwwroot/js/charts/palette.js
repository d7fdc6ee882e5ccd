// The colours and type sizes of the page, for plotly, which takes no CSS.

/** How many colours there are for methods; see HpoTheme.cs. */
export const methodColours = 8;

/**
 * @typedef {object} Palette
 * @property {string} text
 * @property {string} muted
 * @property {string} line
 * @property {string} surface
 * @property {string} incumbent
 * @property {string} trial
 * @property {string} failed
 * @property {string} fontFamily
 * @property {number} fontSize in pixels
 * @property {(name: string) => string} variable what a variable of the theme is, whose name is given with its dashes
 */

/**
 * Reads what applies to an element now.
 * @param {HTMLElement} element
 * @returns {Palette}
 */
export function readPalette(element) {
  const style = getComputedStyle(element);
  const colour = name => style.getPropertyValue(`--${name}`).trim();
  return {
    variable: name => style.getPropertyValue(name).trim(),
    text: colour('mud-palette-text-primary'),
    muted: colour('mud-palette-text-secondary'),
    line: colour('mud-palette-lines-default'),
    surface: colour('mud-palette-surface'),
    incumbent: colour('hpo-incumbent'),
    trial: colour('hpo-trial'),
    failed: colour('mud-palette-error'),
    fontFamily: style.fontFamily,
    // rem grows from a phone to a projector; so does the type in the charts
    fontSize: Math.round(parseFloat(getComputedStyle(document.documentElement).fontSize) * 0.85 * 10) / 10,
  };
}

/**
 * A colour with an opacity of its own.
 * @param {string} colour any CSS colour
 * @param {number} opacity
 */
export function translucent(colour, opacity) {
  brush ??= document.createElement('canvas').getContext('2d');
  brush.fillStyle = colour;
  // a canvas gives every opaque colour back as #rrggbb
  const value = parseInt(brush.fillStyle.slice(1), 16);
  return `rgba(${value >> 16}, ${(value >> 8) & 255}, ${value & 255}, ${opacity})`;
}

let brush;
