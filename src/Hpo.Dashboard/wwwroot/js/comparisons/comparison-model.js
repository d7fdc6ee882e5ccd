// A comparison as its charts see it: where it stands, and the newest figure of each kind.

/**
 * @typedef {object} Contest what is compared; it never changes
 * @property {{name: string}[]} methods
 * @property {{type: string, name: string, minimum: number | null}[]} objectives
 * @property {boolean} isRace
 */

const costs = { Time: 'seconds', Trials: 'trials', Epochs: 'epochs' };
const plots = ['Incumbent', 'Rank', 'Targets', 'Wins'];

export class ComparisonModel {
  /** 0 before the first frame. */
  generation = 0;
  sequence = 0;
  state = 'connecting';
  outcome = null;
  /** Why it ended so; null when there is nothing to add. */
  reason = null;
  failure = null;
  name = '';
  done = 0;
  total = 0;
  elapsed = 0;
  /** How far the running methods of a race have come. */
  lanes = [];
  /** By kind: the figure as the server described it (null before the first), which of them it is, its axis, and the objective it is of (null for all). */
  figures;
  #contest;

  /**
   * @param {Contest} contest
   * @param {string} axis what is asked for first
   */
  constructor(contest, axis) {
    this.#contest = contest;
    this.figures = Object.fromEntries(plots.map(plot => [plot, { description: null, version: 0, axis, objective: null }]));
  }

  get methods() {
    return this.#contest.methods;
  }

  get objectives() {
    return this.#contest.objectives;
  }

  get isRace() {
    return this.#contest.isRace;
  }

  get isOver() {
    return this.state === 'ended';
  }

  /** The cost of a lane by now. */
  costOf(lane) {
    return lane[costs[this.figures.Incumbent.axis]];
  }

  /** Takes in a frame; a figure that it does not have still stands. */
  apply(frame) {
    this.generation = 1;
    this.sequence = frame.to;
    for (const name of ['state', 'outcome', 'reason', 'failure', 'name', 'done', 'total', 'elapsed', 'lanes']) this[name] = frame[name];
    if (frame.kind !== 'figure') return true;
    const { view: { plot, axis, objective }, figure } = frame;
    // curves over parts of one grid share it
    for (const { trace, of, from, count } of figure.sharedX ?? []) figure.data[trace].x = figure.data[of].x.slice(from, from + count);
    this.figures[plot] = { description: figure, version: this.figures[plot].version + 1, axis, objective };
    return true;
  }
}
