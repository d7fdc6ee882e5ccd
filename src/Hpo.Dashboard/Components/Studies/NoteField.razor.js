// A note belongs to the browser while it is typed. What is not stored yet is also kept in the session storage, so that neither a lost connection nor a
// page that is loaded again loses it; storing is tried until it works.

import { the } from '../../js/elements.js';

const pauseMs = 1500;
const retryMs = 3000;
/** @type {WeakMap<HTMLTextAreaElement, (text: string) => void>} */
const notes = new WeakMap();

/**
 * Watches a text field.
 * @param {HTMLTextAreaElement} field
 * @param {DotNetObject} component stores
 * @param {string} key tells notes apart
 * @param {string} stored the note as it is stored: somebody may have typed before this was loaded
 */
export function watch(field, component, key, stored) {
  const storageKey = `hpo-note:${key}`;
  const state = the(/** @type {HTMLElement} */ (field.parentElement), '[data-note-state]');
  let timer = 0;
  let isSaving = false;

  /** @param {string} words */
  const say = (words, isProblem = false) => {
    state.textContent = words;
    state.classList.toggle('problem', isProblem);
  };

  /** @param {number} ms */
  const later = ms => {
    clearTimeout(timer);
    timer = setTimeout(save, ms);
  };

  async function save() {
    clearTimeout(timer);
    const text = field.value;
    if (text === stored) {
      sessionStorage.removeItem(storageKey);
      return;
    }
    if (isSaving) return later(pauseMs);
    isSaving = true;
    try {
      const problem = await /** @type {Promise<string | null>} */ (component.invokeMethodAsync('Save', text));
      if (problem) return say(problem, true);
      stored = text;
      if (field.value !== text) return later(pauseMs);
      sessionStorage.removeItem(storageKey);
      say('Saved');
    } catch {
      // the connection is down, or the page was left: then the next visit finds the draft
      if (!field.isConnected) return;
      say('Not saved yet: it is as soon as the connection is back.');
      later(retryMs);
    } finally {
      isSaving = false;
    }
  }

  notes.set(field, text => {
    if (field.value !== stored || text === stored) return;
    field.value = stored = text;
    say('');
  });
  field.addEventListener('input', () => {
    sessionStorage.setItem(storageKey, field.value);
    say('Not saved yet');
    later(pauseMs);
  });
  field.addEventListener('change', save);
  const draft = sessionStorage.getItem(storageKey);
  if (field.value === stored && draft !== null) field.value = draft;
  if (field.value !== stored) save();
  else sessionStorage.removeItem(storageKey);
}

/**
 * Shows what somebody else has stored, unless something else is being typed.
 * @param {HTMLTextAreaElement} field
 * @param {string} text
 */
export const update = (field, text) => notes.get(field)?.(text);
