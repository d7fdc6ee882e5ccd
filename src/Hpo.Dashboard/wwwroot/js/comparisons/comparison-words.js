// Where a comparison stands, in the words of C# (StatusLabel), against which a test holds these. Pure: no DOM.

const outcomes = { finished: 'Completed', cancelled: 'Cancelled', interrupted: 'Interrupted' };
const tones = { finished: 'good', cancelled: 'cut', interrupted: 'cut' };

/** Where it stands, or how it ended. */
export const stateText = ({ state, outcome }) => state === 'running' ? 'Running' : outcomes[outcome] ?? 'Ended';

/** The colour that goes with it. */
export const stateTone = ({ state, outcome }) => state === 'running' ? 'active' : tones[outcome] ?? 'quiet';
