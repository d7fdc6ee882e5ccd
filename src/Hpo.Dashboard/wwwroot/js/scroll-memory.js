// The way back leads to where one was. A browser restores the place at once, when the page of before still stands there, or too short a one; this
// waits until the page is as long as it has to be, and gives up as soon as somebody scrolls by themselves.

const patience = 3000;
/** So long the place is held: the focus on the new heading, and what is rendered late, would move it. */
const held = 600;
/** How far each step of the history was scrolled, by its key. Browsers without the Navigation API do as they always did. */
const places = new Map();
const key = () => window.navigation?.currentEntry?.key;
let stop = () => {};

addEventListener('scroll', () => key() && places.set(key(), scrollY), { passive: true });

addEventListener('popstate', () => {
  stop();
  const place = places.get(key());
  if (place === undefined) return;
  const own = new AbortController();
  const begun = performance.now();
  let reached = Infinity;
  stop = () => own.abort();
  for (const type of ['wheel', 'touchmove', 'pointerdown', 'keydown']) addEventListener(type, stop, { passive: true, signal: own.signal });
  /** @param {number} now */
  const step = now => {
    if (own.signal.aborted) return;
    if (Math.abs(scrollY - place) > 1) {
      reached = Infinity;
      scrollTo(scrollX, place);
    } else {
      reached = Math.min(reached, now);
    }
    if (now - reached > held || now - begun > patience) stop();
    else requestAnimationFrame(step);
  };
  requestAnimationFrame(step);
});
