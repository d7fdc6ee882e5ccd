// Projector mode, on pages with something to show to a hall (what has [data-projected]): `P`, a button with [data-projector-button], or `?present=1`.
// What it looks like is in projector.css; charts hear of it by `hpo:theme`: colours and sizes have changed. `hpo:stage`: a person has chosen a chart.
import { around } from '../elements.js';
import { pageKey } from './keys.js';
import { toggleKeyboardMap } from './keyboard-map.js';
import { setStage, stages } from './stage.js';
import { WakeLock } from './wake-lock.js';

const parameter = 'present';
const lookEvery = 500;

const root = document.documentElement;
const wakeLock = new WakeLock();
let watch = 0;

const isPossible = () => document.querySelector('[data-projected]') !== null;

export const isProjecting = () => 'projector' in root.dataset;

/** @param {boolean} on */
function project(on) {
  if (on === isProjecting() || (on && !isPossible())) return;
  root.toggleAttribute('data-projector', on);
  root.classList.toggle('cannot-stay-awake', on && !WakeLock.isPossible);
  wakeLock.keep(on);
  clearInterval(watch);
  // the pages change without a new document: on one with nothing to project the mode ends
  if (on) watch = setInterval(() => isPossible() ? setAddress(true) : project(false), lookEvery);
  setAddress(on && isPossible());
  // who follows the presenter sees the presenter's chart
  if (!document.querySelector('[data-follow][aria-pressed="true"]:not([hidden])')) setStage(on ? stages()[0] : null);
  document.dispatchEvent(new CustomEvent('hpo:theme'));
  scrollTo(0, 0);
}

/**
 * The address leads back to what is seen.
 * @param {boolean} on
 */
function setAddress(on) {
  const address = new URL(location.href);
  if (on === address.searchParams.has(parameter)) return;
  if (on) address.searchParams.set(parameter, '1');
  else address.searchParams.delete(parameter);
  history.replaceState(history.state, '', address);
}

document.addEventListener('keydown', event => {
  const key = pageKey(event);
  if (key === null) return;
  if (key === '?') toggleKeyboardMap();
  else if (!isPossible()) return;
  else if (key === 'p') project(!isProjecting());
  else if (key === 'Escape' && isProjecting()) project(false);
  else if (/^[0-4]$/.test(key)) {
    setStage(stages()[Number(key) - 1] ?? null);
    document.dispatchEvent(new CustomEvent('hpo:stage'));
  } else return;
  event.preventDefault();
});

document.addEventListener('click', event => {
  if (around(event, '[data-projector-button]')) project(!isProjecting());
  if (around(event, '[data-keys-button]')) toggleKeyboardMap();
});

if (new URLSearchParams(location.search).get(parameter) === '1') project(true);
