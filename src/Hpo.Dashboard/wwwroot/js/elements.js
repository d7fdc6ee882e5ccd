// Elements of a page, found and with their types.

/**
 * What a page always has.
 * @template {Element} [E=HTMLElement]
 * @param {ParentNode} root
 * @param {string} selector
 * @param {new () => E} [type] what it is, when that matters
 * @returns {E}
 * @throws {Error} it is not there: the script is not meant for this page
 */
export function the(root, selector, type) {
  const element = root.querySelector(selector);
  if (!(element instanceof (type ?? HTMLElement))) throw new Error(`There is no ${selector} on this page.`);
  return /** @type {E} */ (element);
}

/**
 * The element, of those around the place where something happened; null when it happened elsewhere.
 * @param {Event} event
 * @param {string} selector
 * @returns {HTMLElement | null}
 */
export const around = ({ target }, selector) => target instanceof Element ? target.closest(selector) : null;
