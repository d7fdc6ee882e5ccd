// The points of a figure's traces, and which of them have moved.

/** @typedef {{x: (number | null)[], y: (number | null)[], text: string[]}} Points */

/** No points yet. */
export const noPoints = () => ({ x: [], y: [], text: [] });

/** Adds a point. */
export function addPoint(points, x, y, text) {
  points.x.push(x);
  points.y.push(y);
  points.text.push(text);
}

/**
 * Of very many like things one of every so many is drawn: the smallest power of two that brings a count down to a limit, as C# has it (Stride).
 * @param {number} count
 * @param {number} limit
 */
export function strideOf(count, limit) {
  let stride = 1;
  while (Math.floor(count / stride) > limit) stride *= 2;
  return stride;
}

/** Remembers the moving traces of a figure, so that only those are drawn again that did move. */
export class Moving {
  #last = new Map();

  /**
   * Those that did; they count as drawn from now on.
   * @param {Map<string, Points>} traces where they are now
   */
  changed(traces) {
    return new Map([...traces].filter(([index, points]) => {
      const key = keyOf(points);
      const isSame = this.#last.get(index) === key;
      this.#last.set(index, key);
      return !isSame;
    }));
  }

  /** @param {Map<string, Points>} traces where they are now */
  hasChanged(traces) {
    return [...traces].some(([index, points]) => this.#last.get(index) !== keyOf(points));
  }
}

/** @param {Points} points */
const keyOf = ({ x, y, text }) => JSON.stringify([x, y, text]);
