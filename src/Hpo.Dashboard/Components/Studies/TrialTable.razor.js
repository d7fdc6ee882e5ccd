// Tells the server which rows are in sight when they are not rendered. All rows are equally high, so arithmetic is enough; a message
// is sent only when the rendered window is about to be left, one at a time.

import { the } from '../../js/elements.js';
import { ScrollMotion } from '../../js/scroll-motion.js';

/** Rows kept between those in sight and the end of those rendered. */
const spare = 6;

/**
 * Watches a scrolling element around a table.
 * @param {HTMLElement} scroll
 * @param {DotNetObject} table the component
 */
export function watch(scroll, table) {
  const motion = new ScrollMotion();
  let asking = false;

  async function check() {
    if (asking || !scroll.isConnected) return;
    const body = the(scroll, 'tbody');
    const row = body.querySelector('tr[aria-rowindex]');
    if (!row) return;
    const height = row.getBoundingClientRect().height;
    const inSight = Math.ceil((scroll.clientHeight - the(scroll, 'thead').offsetHeight) / height) + 1;
    const [start, count, total] = [body.dataset.start, body.dataset.count, body.dataset.total].map(Number);
    // where it will be when the rows have come
    const first = Math.min(Math.max(0, Math.floor((scroll.scrollTop + motion.ahead) / height)), Math.max(0, total - inSight));
    const leavesTop = start > 0 && first < start + spare;
    const leavesEnd = start + count < total && first + inSight > start + count - spare;
    if (!leavesTop && !leavesEnd) return;
    asking = true;
    const asked = performance.now();
    try {
      await table.invokeMethodAsync('ShowRows', first, inSight);
    } catch {
      // the connection is down; the next scroll after its return asks again
      return;
    } finally {
      asking = false;
    }
    motion.delay = performance.now() - asked;
    // it may have been scrolled on meanwhile
    requestAnimationFrame(check);
  }

  scroll.addEventListener('scroll', () => {
    motion.moved(scroll.scrollTop);
    check();
  }, { passive: true });
  // a taller window shows more rows
  new ResizeObserver(check).observe(scroll);
}

/**
 * Moves the focus to the details of the trial that was just opened, and them into sight where they lie below the table.
 * @param {HTMLElement} scroll
 */
export async function focusDetails(scroll) {
  // the tab that they stand in may be about to be shown
  for (let frames = 0; frames < 60 && scroll.offsetWidth === 0; frames++) await new Promise(requestAnimationFrame);
  /** @type {HTMLElement | null | undefined} */
  const details = scroll.parentElement?.querySelector('[data-trial-details]');
  details?.focus();
}

/**
 * Gives the focus back to a trial's row, or to the table when that row has gone.
 * @param {HTMLElement} scroll
 * @param {number} trial
 */
export function focusTrial(scroll, trial) {
  /** @type {HTMLElement | null} */
  const button = scroll.querySelector(`button[data-trial="${trial}"]`);
  (button ?? scroll).focus({ preventScroll: true });
}
