// A thin wrapper of plotly.js: one figure in one element, drawn whole once and moved by deltas from then on.
/** @typedef {import('./points.js').Points} Points */

export class Plot {
  #plotly;
  #element;
  #observer;
  #onView;
  #onZoom;
  #isDrawn = false;
  #resizing = 0;
  #place = '';
  #isChosen = false;
  #isFitting = false;

  /**
   * @param {any} plotly
   * @param {HTMLElement} element has a size of its own
   * @param {() => void} onView a person has zoomed, or the size has changed
   * @param {() => void} onZoom a person has zoomed
   */
  constructor(plotly, element, onView, onZoom = () => {}) {
    this.#plotly = plotly;
    this.#element = element;
    this.#onView = onView;
    this.#onZoom = onZoom;
    this.#observer = new ResizeObserver(() => this.#resize());
    this.#observer.observe(element);
  }

  /** Whether a person is drawing a box to zoom into right now. */
  get isDragged() {
    return Boolean(this.#element._dragging);
  }

  /** Draws the whole figure. What the person zoomed to stays, as long as `uirevision` does. */
  async render(data, layout) {
    if (!this.#isDrawn) await this.#fit();
    // no mode bar: its buttons have no names; ours stand above the chart
    await this.#plotly.react(this.#element, data, layout, { displayModeBar: false, showTips: false, doubleClick: 'autosize' });
    // plotly makes the element one that can be listened to
    if (!this.#isDrawn) this.#element.on('plotly_relayout', change => this.#viewChanged(change));
    this.#isDrawn = true;
    // where plotly forgets what was zoomed to, so do we
    const place = layout.yaxis.uirevision ?? layout.uirevision;
    if (place !== this.#place) this.#isChosen = false;
    this.#place = place;
  }

  /**
   * Shows a part of the y axis, unless a person has chosen what to see.
   * @param {[number, number] | null} range null for all of it
   * @returns whether that part is what is seen
   */
  async fitY(range) {
    if (this.#isChosen) return false;
    const { range: [from, to], autorange } = this.#element._fullLayout.yaxis;
    const isThere = range ? !autorange && from === range[0] && to === range[1] : autorange;
    if (!isThere) {
      await this.#relayout(range ? { 'yaxis.range': range } : { 'yaxis.autorange': true });
    }
    return range !== null;
  }

  /** Gives what a component has drawn here the size of the element now: plotly keeps a size that it has found once. */
  async #fit() {
    const { _fullLayout: drawn, clientWidth, clientHeight } = this.#element;
    if (drawn && clientWidth > 0 && (drawn.width !== clientWidth || drawn.height !== clientHeight)) await this.#plotly.Plots.resize(this.#element);
  }

  /** Changes the layout, which is not to be taken for a person's doing. */
  async #relayout(change) {
    this.#isFitting = true;
    await this.#plotly.relayout(this.#element, change);
    this.#isFitting = false;
  }

  /**
   * Replaces the points of traces, and appends points to others, in one drawing.
   * @param {Map<number, Points>} moved by the trace's index
   * @param {Map<number, Points>} [fresh] by the trace's index
   */
  async move(moved, fresh = new Map()) {
    const extended = [...fresh].filter(([, points]) => points.x.length > 0).map(([index, points]) => [index, appended(this.#element.data[index], points)]);
    const traces = [...moved, ...extended];
    if (traces.length > 0) await this.#plotly.restyle(this.#element, ...columns(traces));
  }

  async resetZoom() {
    this.#isChosen = true;
    await this.#plotly.relayout(this.#element, { 'xaxis.autorange': true, 'yaxis.autorange': true });
  }

  /**
   * Makes a file in the browser and hands it to the person: a picture, or the figure as plotly.js writes it.
   * @param {'png' | 'svg' | 'json'} format
   * @param {string} filename without its ending
   * @param {object} [extra] what the picture's layout has beside that of the page, where headings and legends are HTML
   */
  async download(format, filename, extra = {}) {
    const { width, height } = this.#element.getBoundingClientRect();
    const picture = this.#picture(extra);
    if (format === 'json') {
      save(this.#plotly.Plots.graphJson(picture, false, 'keepall'), `${filename}.json`);
      return;
    }
    // what the picture has around the chart must not be taken from the chart
    const { margin } = this.#element.layout;
    const more = picture.layout.margin.t + picture.layout.margin.b - margin.t - margin.b;
    await this.#plotly.downloadImage(picture, { format, filename, width: Math.round(width), height: Math.round(height + more), scale: format === 'png' ? 2 : 1 });
  }

  /** The figure as it stands alone. */
  #picture(extra) {
    const { data, layout } = this.#element;
    // the legend of a picture names what is on it; what lies over the chart on the page is in it
    const traces = data.map(trace => ({ ...trace, opacity: 1, showlegend: (trace.showlegend ?? true) && trace.x.length > 0 }));
    // a picture has no access to the page's fonts: measured with one and drawn with another, texts would be cut off
    const font = { ...layout.font, family: 'sans-serif' };
    const { yTitle = layout.yaxis.title.text, ...around } = extra;
    const yaxis = { ...layout.yaxis, title: { ...layout.yaxis.title, text: yTitle } };
    return { data: traces, layout: { ...layout, font, yaxis, ...around } };
  }

  /** The ends of the axes as they count, where a person has chosen them; null where all is shown. */
  get zoom() {
    const { xaxis, yaxis } = this.#element._fullLayout ?? {};
    const chosen = axis => !axis || axis.autorange || axis.fixedrange ? null : [...axis.range];
    // what the chart fits by itself nobody has chosen
    return { x: chosen(xaxis), y: this.#isChosen ? chosen(yaxis) : null };
  }

  /**
   * Shows a part of the axes that another person has chosen.
   * @param {{x: [number, number] | null, y: [number, number] | null}} ends null for all there is
   */
  async zoomTo(ends) {
    const zoom = this.zoom;
    const change = {};
    for (const axis of ['x', 'y']) {
      if (String(zoom[axis]) === String(ends[axis]) || this.#element._fullLayout[`${axis}axis`].fixedrange) continue;
      if (ends[axis]) change[`${axis}axis.range`] = [...ends[axis]];
      else change[`${axis}axis.autorange`] = true;
    }
    if (change['yaxis.range'] || change['yaxis.autorange']) this.#isChosen = ends.y !== null;
    if (Object.keys(change).length > 0) await this.#relayout(change);
  }

  /** Where a point lies in the element, in pixels; null when it is zoomed out of sight. */
  position(x, y) {
    const { xaxis, yaxis } = this.#element._fullLayout ?? {};
    if (!xaxis || !yaxis) return null;
    const [left, top] = [xaxis.d2p(x), yaxis.d2p(y)];
    const isInside = left >= 0 && left <= xaxis._length && top >= 0 && top <= yaxis._length;
    return isInside ? { left: xaxis._offset + left, top: yaxis._offset + top } : null;
  }

  /**
   * Where the axes are.
   * @returns {Area}
   */
  get area() {
    const { xaxis, yaxis } = this.#element._fullLayout;
    const place = (x, y) => y === null ? [NaN, NaN] : [xaxis.d2p(x), yaxis.d2p(y)];
    return { left: xaxis._offset, top: yaxis._offset, width: xaxis._length, height: yaxis._length, place };
  }

  /** The part of the x axis that is in sight, and its length in pixels. */
  get view() {
    const { range: [from, to], _length: pixels } = this.#element._fullLayout.xaxis;
    return { from, to, pixels };
  }

  /** The point of the axes at a place on the screen; null outside of them. */
  dataAt(clientX, clientY) {
    const { xaxis, yaxis } = this.#element._fullLayout ?? {};
    if (!xaxis || !yaxis) return null;
    const box = this.#element.getBoundingClientRect();
    const [left, top] = [clientX - box.left - xaxis._offset, clientY - box.top - yaxis._offset];
    const isInside = left >= 0 && left <= xaxis._length && top >= 0 && top <= yaxis._length;
    return isInside ? { x: xaxis.p2d(left), y: yaxis.p2d(top) } : null;
  }

  dispose() {
    this.#observer.disconnect();
    cancelAnimationFrame(this.#resizing);
    if (this.#isDrawn) this.#plotly.purge(this.#element);
    this.#isDrawn = false;
  }

  #viewChanged(change) {
    if (this.#isFitting) return;
    const names = Object.keys(change);
    this.#isChosen ||= names.some(name => name.startsWith('yaxis.'));
    if (names.some(name => /^[xy]axis\./.test(name))) this.#onZoom();
    this.#onView();
  }

  #resize() {
    cancelAnimationFrame(this.#resizing);
    this.#resizing = requestAnimationFrame(() => {
      // plotly refuses to size what is not displayed
      if (this.#isDrawn && this.#element.offsetWidth > 0) this.#plotly.Plots.resize(this.#element);
    });
  }
}

/** @typedef {{left: number, top: number, width: number, height: number, place: (x: number, y: number | null) => [number, number]}} Area in pixels of the element; places are from its corner */

/**
 * What a trace has with points after it.
 * @param {Points} trace
 * @param {Points} points
 */
const appended = (trace, points) => Object.fromEntries(['x', 'y', 'text'].map(name => [name, [...trace[name], ...points[name]]]));

/** @param {[number, Points][]} traces */
function columns(traces) {
  const column = name => traces.map(([, points]) => points[name]);
  return [{ x: column('x'), y: column('y'), text: column('text') }, traces.map(([index]) => index)];
}

/** Hands a text to the person as a file. */
function save(text, filename) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  link.download = filename;
  link.click();
  URL.revokeObjectURL(link.href);
}
