// What all charts of a comparison have in common.
import { baseLayout, pictureLayout as layoutOfPicture } from '../charts/figure-layout.js';
import { axisTitle } from './cost-axes.js';
import { methodSign, methodStyle } from './method-style.js';

/**
 * @param {{axis: string, objective: number | null}} figure
 * @param {import('../charts/palette.js').Palette} palette
 * @param {{isRace: boolean, isLog: boolean, isLogX: boolean, isNarrow: boolean, yTitle: string}} options
 */
export function costLayout(figure, palette, { isRace, isLog, isLogX, isNarrow, yTitle }) {
  const layout = baseLayout(palette, { isLog, isNarrow, strip: null, xTitle: axisTitle(figure.axis, isRace) });
  layout.yaxis.title.text = isNarrow ? '' : yTitle;
  layout.hovermode = 'x unified';
  // the zoom stays while results arrive; another axis, or another objective, is another place
  layout.uirevision = 'comparison';
  layout.yaxis.uirevision = [figure.objective, isLog].join();
  layout.xaxis.uirevision = [figure.objective, figure.axis, isLogX].join();
  Object.assign(layout.xaxis, { type: isLogX ? 'log' : 'linear', exponentformat: 'power', hoverformat: '.4~g', unifiedhovertitle: { text: hoverTitle(figure.axis) } });
  if (!isLogX) layout.xaxis.rangemode = 'tozero';
  return layout;
}

const hoverTitle = axis => axis === 'Time' ? '%{x:.4~g} s' : `%{x:.4~g} ${axis.toLowerCase()}`;

/** How wide lines are, in letters. Those of a race are watched from the last row of a hall. */
export const lineWidths = isRace => isRace ? { centre: 0.26, racing: 0.22, held: 0.16, edge: 0.12 } : { centre: 0.17, racing: 0.12, held: 0.09, edge: 0.09 };

/** The line of a method, with its marks. */
export function methodLine(method, palette, isRace = false) {
  const { colour, symbol } = methodStyle(method, palette);
  return {
    type: 'scatter', mode: 'lines+markers', line: { shape: 'hv', width: palette.fontSize * lineWidths(isRace).centre, color: colour },
    marker: { symbol, color: colour, size: palette.fontSize * 0.55, maxdisplayed: 9, line: { width: 1, color: palette.surface } },
  };
}

/** The legend's lines. */
export const methodLegend = methods => methods.map((name, method) => [methodSign(method), name]);

/** What a picture has that on the page stands around the chart. */
export const pictureLayout = (model, title) => layoutOfPicture(model.name, title);
