import { the } from '../../js/elements.js';

/**
 * Copies an element's text. Where the browser refuses (the clipboard needs https or this machine), selects it and returns false.
 * @param {string} id
 */
export async function copy(id) {
  const element = the(document, `#${CSS.escape(id)}`);
  try {
    await navigator.clipboard.writeText(element.textContent ?? '');
    return true;
  } catch {
    getSelection()?.selectAllChildren(element);
    return false;
  }
}
