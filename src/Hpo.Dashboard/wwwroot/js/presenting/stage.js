// Which chart has the screen to itself; projector.css hides the others.

/** The names of the charts, in the order of their keys; the last is no chart, and there only for schedulers with rungs. */
export const stages = ['incumbent', 'curves', 'timeline', 'ladder'];

const isThere = name => stages.includes(name) && (name !== 'ladder' || document.querySelector('[data-projected="ladder"]') !== null);

const root = document.documentElement;

/** The chart that is alone; null when all are shown. */
export const currentStage = () => root.dataset.stage ?? null;

/**
 * Shows one chart alone, or all.
 * @param {string | null} name one that is not there means all
 */
export function setStage(name) {
  if (isThere(name)) root.dataset.stage = name;
  else delete root.dataset.stage;
}
