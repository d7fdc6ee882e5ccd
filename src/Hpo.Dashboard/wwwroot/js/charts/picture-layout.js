// What pictures of charts have beside them.

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
const escape = text => text.replace(/[<>&{]/g, sign => ({ '<': '&lt;', '>': '&gt;', '&': '&amp;', '{': '&#123;' })[sign]);
