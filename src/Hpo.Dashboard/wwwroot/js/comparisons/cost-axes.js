// What comparisons are drawn against, and how it is said.
import { valueText } from '../charts/format.js';

const titles = { Trials: 'trials', Epochs: 'epochs' };

/** The title of an axis. */
export const axisTitle = (axis, isRace) => titles[axis] ?? (isRace ? 'seconds since the start' : 'simulated seconds');

/** A cost in words: "after 120 s", "after 20 trials". */
export const costText = (cost, axis) => axis === 'Time' ? `${valueText(cost)} s` : `${valueText(cost)} ${axis === 'Trials' ? 'trials' : 'epochs'}`;
