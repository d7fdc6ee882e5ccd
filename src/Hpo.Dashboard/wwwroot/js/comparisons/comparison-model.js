// A comparison as its charts see it: where it stands, and the newest figure of each kind.

/**
 * @typedef {object} Contest what is compared; it never changes
 * @property {string[]} methods their names
 * @property {{type: string, name: string, minimum: number | null, measures: string}[]} objectives
 * @property {boolean} isRace
 */

const costs = { Time: 'seconds', Trials: 'trials', Epochs: 'epochs' };
const nothing = axis => ({ axis, summary: 'Mean', grid: [], curves: [], pairs: [], repetitions: 0, failed: 0, objective: null, isRegret: false });

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
  /** In a race, the curves so far of the methods that run on the objective that is shown. */
  racing = [];
  /** By kind: the figure as the server computed it, with the objective it is of (null for all) and whether it shows regrets. */
  figures;
  #contest;

  /**
   * @param {Contest} contest
   * @param {string} axis what is asked for first
   */
  constructor(contest, axis) {
    this.#contest = contest;
    this.figures = Object.fromEntries(['Incumbent', 'Rank', 'Targets', 'Wins'].map(plot => [plot, nothing(axis)]));
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
    const { view, figure } = frame;
    this.figures[view.plot] = { ...figure, objective: view.objective, isRegret: view.isRegret && frame.minimum !== null };
    if (view.plot === 'Incumbent') this.racing = frame.racing;
    return true;
  }
}
