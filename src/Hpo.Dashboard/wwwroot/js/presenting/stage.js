// Which chart has the screen to itself; projector.css hides the others.

/** The names of the charts, in the order of their keys. The ladder is no chart, and there only for schedulers with rungs. */
const ofStudy = ['incumbent', 'curves', 'timeline', 'ladder'];
const ofComparison = ['incumbent', 'ranks', 'targets', 'wins'];

/** Those of this page. */
export const stages = () => document.querySelector('.comparison-charts') ? ofComparison : ofStudy;

/** @param {string} name */
const isThere = name => stages().includes(name)
  && (name === 'incumbent' || document.querySelector(`[data-chart="${CSS.escape(name)}"], [data-projected="${CSS.escape(name)}"]`) !== null);

const root = document.documentElement;

/** The chart that is alone; null when all are shown. */
export const currentStage = () => root.dataset.stage ?? null;

/** Charts were put on the page: one of another page's names cannot be alone among them. */
export function tidyStage() {
  const stage = currentStage();
  if (stage === null || !stages().includes(stage)) setStage(null);
}

/**
 * Shows one chart alone, or all.
 * @param {string | null} name one that is not there means all
 */
export function setStage(name) {
  if (name !== null && isThere(name)) root.dataset.stage = name;
  else delete root.dataset.stage;
}
