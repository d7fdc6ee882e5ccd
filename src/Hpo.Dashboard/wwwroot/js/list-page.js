// What the pages of lists do in the browser.

/**
 * Writes what is looked for into the address, at once and without a step in the history: whoever goes on to a result finds it again on the way
 * back. An answer that comes late must not change the address of another page.
 * @param {string} path the list's
 * @param {string} query with its question mark, or nothing
 */
export function remember(path, query) {
  // Blazor keeps notes of its own in the state
  if (location.pathname === path) history.replaceState(history.state, '', path + query);
}

/** So long a row may take to come, such as one that was brought back. */
const patience = 2000;

/**
 * After something was removed from a list: the focus goes to what stands in its place, and to the heading when nothing does.
 * @param {string | null} path of the row's link
 */
export async function focusRow(path) {
  /** @returns {HTMLElement | null} */
  const row = () => path ? document.querySelector(`main tbody a[href="${path}"]`) : null;
  /** @returns {HTMLElement | null} */
  const heading = () => document.querySelector('main h1');
  const end = performance.now() + patience;
  while (path && !row() && performance.now() < end) await new Promise(requestAnimationFrame);
  (row() ?? heading())?.focus({ preventScroll: true });
}
