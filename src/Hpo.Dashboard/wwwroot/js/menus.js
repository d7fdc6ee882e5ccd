// What menus leave open.

import { around } from './elements.js';

// Escape closes an open one wherever the focus is. One that was opened with the mouse leaves it on its button, where the library does not listen.
document.addEventListener('keydown', event => {
  if (event.key !== 'Escape' || document.querySelector('.mud-dialog')) return;
  const menu = document.querySelector('.mud-popover-open .mud-menu-list-wrapper');
  if (!menu || menu.contains(/** @type {Node} */ (event.target))) return;
  // for the menu alone, and not for what else Escape leaves
  event.stopPropagation();
  menu.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
}, { capture: true });

// Who chooses something goes on from the menu's button: a dialog that the item opens gives the focus back there, and not to an item that is gone.
document.addEventListener('click', event => {
  if (!around(event, '.mud-menu-list-wrapper [role="menuitem"]')) return;
  /** @type {HTMLElement | null} */
  const button = document.querySelector('.mud-menu [aria-expanded="true"]');
  button?.focus({ preventScroll: true });
}, { capture: true });

// A row of a list makes its menu when its button is pressed (RowMenu.razor), and the menu brings a button of its own: who was on the one is on the other.
document.addEventListener('click', event => {
  const cell = around(event, '[data-menu-to-come]')?.closest('td');
  if (!cell) return;
  const arrival = new MutationObserver(() => {
    /** @type {HTMLElement | null} */
    const button = cell.querySelector('.mud-menu button:not([data-menu-to-come])');
    if (!button) return;
    arrival.disconnect();
    button.focus({ preventScroll: true });
  });
  arrival.observe(cell, { childList: true, subtree: true });
});
