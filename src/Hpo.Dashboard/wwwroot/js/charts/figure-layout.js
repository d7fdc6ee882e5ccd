// What figures have in common, on the page and as pictures.
import { translucent } from './palette.js';

/**
 * What all our figures have in common.
 * @param {import('./palette.js').Palette} palette
 * @param {{isLog: boolean, isNarrow: boolean, strip: string | null, xTitle: string, yTitle?: string}} options the strip at the top holds trials without an error, and is named so
 */
export function baseLayout(palette, { isLog, isNarrow, strip, xTitle, yTitle = '' }) {
  const hasStrip = strip !== null;
  const axis = {
    gridcolor: palette.line, linecolor: palette.line, zeroline: false, tickcolor: palette.line, ticks: 'outside', ticklen: 4,
    automargin: true, fixedrange: false,
    // looking for labels that do not fit costs a layout of the whole page at each drawing
    ticklabeloverflow: 'allow',
  };
  return {
    uirevision: 'zoom',
    showlegend: false,
    hovermode: 'closest',
    // with a finger the page must scroll; a mouse draws a box to zoom into
    dragmode: matchMedia('(pointer: coarse)').matches ? false : 'zoom',
    paper_bgcolor: palette.surface,
    plot_bgcolor: palette.surface,
    font: { family: palette.fontFamily, size: palette.fontSize, color: palette.text },
    margin: { l: isNarrow ? 36 : 56, r: 12, t: 6, b: isNarrow ? 40 : 48, pad: 0 },
    hoverlabel: { bgcolor: palette.surface, bordercolor: palette.muted, align: 'left', font: { family: palette.fontFamily, size: palette.fontSize, color: palette.text } },
    xaxis: { ...axis, title: { text: xTitle, standoff: 8 }, anchor: 'y' },
    yaxis: {
      ...axis, title: { text: isNarrow ? '' : yTitle, standoff: 8 }, type: isLog ? 'log' : 'linear', exponentformat: 'power',
      domain: [0, hasStrip ? 0.9 : 1], uirevision: isLog,
    },
    // the strip: its heights mean nothing, its one tick says what it holds. Without one the axis lies over the other, since a subplot of
    // its own would paint its background over the upper points
    yaxis2: hasStrip
      ? {
          domain: [0.93, 1], range: [0, 1], fixedrange: true, anchor: 'x', showgrid: false, zeroline: false, automargin: true,
          tickvals: [0.5], ticktext: [strip], tickfont: { size: palette.fontSize * 0.9, color: palette.failed }, ticks: '',
        }
      : { overlaying: 'y', range: [0, 1], fixedrange: true, visible: false },
    shapes: hasStrip ? [{ type: 'rect', xref: 'paper', yref: 'paper', x0: 0, x1: 1, y0: 0.93, y1: 1, layer: 'below', line: { width: 0 }, fillcolor: translucent(palette.failed, 0.1) }] : [],
  };
}

/**
 * What a picture has that on the page stands around the chart: what it shows and the legend.
 * @param {string} name the study's
 * @param {string} title the chart's
 * @param {string} [yTitle] the y axis's, which is not on a narrow page
 */
export const pictureLayout = (name, title, yTitle) => ({
  yTitle,
  showlegend: true,
  legend: { orientation: 'h', x: 0, xanchor: 'left', y: 1.02, yanchor: 'bottom', traceorder: 'normal' },
  title: { text: escape(name ? `${name}: ${title}` : title), x: 0.02, xanchor: 'left', y: 0.98, yanchor: 'top', automargin: true },
  margin: { l: 64, r: 16, t: 84, b: 56, pad: 0 },
});

/** A text as plotly shows it; plotly reads some HTML. */
export const escape = text => text.replace(/[<>&{]/g, sign => ({ '<': '&lt;', '>': '&gt;', '&': '&amp;', '{': '&#123;' })[sign]);

/**
 * A pause sign needs two traces with the same points, a bar each.
 * @param {import('./palette.js').Palette} palette
 * @returns {[object, object]} their markers
 */
export const pauseBars = palette => [-90, 90].map(angle => ({
  symbol: 'line-ew-open', angle, standoff: palette.fontSize * 0.18, size: palette.fontSize * 0.7, color: palette.trial,
  line: { width: palette.fontSize * 0.16, color: palette.trial },
}));
