// The charts on the page of a study, and what its spectators are told of them.
import { ledView } from '../presenting/led-view.js';
import { ChartsView } from './charts-view.js';

export { loadLibraries } from './charts-view.js';

/**
 * @param {string} id the study's
 * @param {number} workers how many it has
 * @param {{name: string, filename: string}} picture what pictures of its charts are called
 */
export const openStudy = (id, workers, picture) => ledView(id, onOpened => new ChartsView(id, workers, { picture, onOpened }));
