// What moves with every event, over the chart: drawn by ourselves, which takes a thirtieth of the time of a drawing by plotly. Colours are in charts.css.
export class LiveLayer {
  #element;
  #line;
  #dots;
  #rings;

  /** @param {SVGElement} element see ChartPanel.razor */
  constructor(element) {
    this.#element = element;
    const path = name => element.querySelector(`.chart-live-${name}`);
    [this.#line, this.#dots, this.#rings] = [path('line'), path('dots'), path('rings')];
  }

  /**
   * Draws everything anew.
   * @param {import('./plot.js').Area} area where the axes are
   * @param {{line: Points, dots: Points, rings: Points, size: number}} marks a line from point to point, and a dot or a ring at each point; the size of the type in pixels
   */
  draw(area, { line, dots, rings, size }) {
    Object.assign(this.#element.style, { left: `${area.left}px`, top: `${area.top}px`, width: `${area.width}px`, height: `${area.height}px`, strokeWidth: `${size * 0.2}px` });
    this.#line.setAttribute('d', places(area, line).map(([x, y], i) => `${i === 0 ? 'M' : 'L'}${x},${y}`).join(''));
    this.#dots.setAttribute('d', circles(area, dots, size * 0.3));
    this.#rings.setAttribute('d', circles(area, rings, size * 0.375));
  }
}

/** @typedef {import('./points.js').Points} Points */

/**
 * The places of points in pixels, without those that have none: an error of 0 on a log scale.
 * @param {import('./plot.js').Area} area
 * @param {Points} points
 */
const places = (area, points) => points.x.map((x, i) => area.place(x, points.y[i])).filter(place => place.every(Number.isFinite));

/**
 * A path of a circle around each point.
 * @param {import('./plot.js').Area} area
 * @param {Points} points
 * @param {number} radius
 */
const circles = (area, points, radius) =>
  places(area, points).map(([x, y]) => `M${x - radius},${y}a${radius},${radius} 0 1 0 ${2 * radius},0a${radius},${radius} 0 1 0 ${-2 * radius},0`).join('');
