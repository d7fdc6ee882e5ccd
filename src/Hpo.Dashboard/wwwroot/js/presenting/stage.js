// Which chart has the screen to itself; projector.css hides the others.

/** The names of the charts, in the order of their keys. */
export const stages = ['incumbent', 'curves', 'timeline'];

const root = document.documentElement;

/** The chart that is alone; null when all are shown. */
export const currentStage = () => root.dataset.stage ?? null;

/**
 * Shows one chart alone, or all.
 * @param {string | null} name one that is not there means all
 */
export function setStage(name) {
  if (stages.includes(name)) root.dataset.stage = name;
  else delete root.dataset.stage;
}
