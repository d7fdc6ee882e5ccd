// What comparisons are drawn against, and how it is said.
import { number } from '../charts/format.js';

/** The axes, by the server's names for them. */
export const costAxes = ['Time', 'Trials', 'Epochs'];

const titles = { Trials: 'trials', Epochs: 'epochs' };

/** @param {{axis: string, isRace: boolean}} model */
export const axisTitle = ({ axis, isRace }) => titles[axis] ?? (isRace ? 'seconds since the start' : 'simulated seconds');

/** A cost in words: "after 120 s", "after 20 trials". */
export const costText = (cost, axis) => axis === 'Time' ? `${number(cost)} s` : `${number(cost)} ${axis === 'Trials' ? 'trials' : 'epochs'}`;
