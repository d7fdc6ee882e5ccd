// A comparison as its charts see it: the newest figures of the view that is looked at.

const nothing = { grid: [], curves: [], repetitions: 0, failed: 0, summary: 'Mean' };

export class ComparisonModel {
  /** Counts snapshots that may have nothing to do with the one before; 0 before the first. */
  generation = 0;
  sequence = 0;
  state = 'connecting';
  failure = null;
  name = '';
  isRace = false;
  outcome = null;
  done = 0;
  total = 0;
  /** @type {string[]} */
  methods = [];
  /** @type {{type: string, name: string, minimum: number | null}[]} */
  objectives = [];
  /** The objective that is shown; its place. */
  objective = 0;
  axis = 'Time';
  isRegret = false;
  incumbent = nothing;
  ranks = nothing;
  targets = nothing;
  wins = { pairs: [] };
  /** In a race, the methods that run. @type {{method: number, steps: {cost: number, error: number}[], now: number, trials: number, epochs: number, newest: object[]}[]} */
  racing = [];

  get isOver() {
    return this.state === 'ended';
  }

  /** Takes in a frame; each is whole. */
  apply(frame) {
    this.generation ||= 1;
    this.sequence = frame.to;
    this.state = frame.state;
    this.failure = frame.failure ?? null;
    if (!frame.figures) return true;
    const { view, racing } = frame;
    Object.assign(this, {
      name: frame.name, isRace: frame.race, outcome: frame.outcome, done: frame.done, total: frame.total, methods: frame.methods, objectives: frame.objectives,
      objective: view.objective, axis: view.axis, isRegret: view.regret, ...frame.figures,
    });
    const cost = { Time: 'seconds', Trials: 'trials', Epochs: 'epochs' }[this.axis];
    this.racing = racing.filter(lane => lane.objective === this.objective).map(lane => ({
      ...lane, now: lane[cost], steps: lane.steps.map(step => ({ cost: step[cost], error: step.error })),
    }));
    return true;
  }
}
