// A note belongs to the browser while it is typed. What is not stored yet is also kept in the session storage, so that neither a lost connection nor a
// page that is loaded again loses it; storing is tried until it works.

const pauseMs = 1500;
const retryMs = 3000;
const notes = new WeakMap();

/** Watches a text field; `component` stores, `key` tells notes apart, `stored` is the note as it is stored: somebody may have typed before this was loaded. */
export function watch(field, component, key, stored) {
  const storageKey = `hpo-note:${key}`;
  const state = field.parentElement.querySelector('[data-note-state]');
  let timer = 0;
  let isSaving = false;

  const say = (words, isProblem = false) => {
    state.textContent = words;
    state.classList.toggle('problem', isProblem);
  };

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
      const problem = await component.invokeMethodAsync('Save', text);
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

/** Shows what somebody else has stored, unless something else is being typed. */
export const update = (field, text) => notes.get(field)?.(text);
