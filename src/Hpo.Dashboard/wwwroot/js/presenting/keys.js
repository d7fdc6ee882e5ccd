// The keys of a page. What is typed into a field stays there, and a dialog has the keys to itself.

import { around } from '../elements.js';

const fields = 'input:not([type="checkbox"], [type="radio"], [type="button"]), textarea, select, [contenteditable]:not([contenteditable="false"])';

/**
 * The key that a page may act on; null when it is meant for something else.
 * @param {KeyboardEvent} event
 */
export function pageKey(event) {
  if (event.defaultPrevented || event.repeat || event.ctrlKey || event.metaKey || event.altKey) return null;
  if (around(event, fields) || document.querySelector('dialog[open], .mud-dialog')) return null;
  return event.key.length === 1 ? event.key.toLowerCase() : event.key;
}
