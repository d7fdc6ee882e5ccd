// What menus leave open: Escape closes an open one wherever the focus is. One that was opened with the mouse leaves it on its button, where the library does not listen.

document.addEventListener('keydown', event => {
  if (event.key !== 'Escape' || document.querySelector('.mud-dialog')) return;
  const menu = document.querySelector('.mud-popover-open .mud-menu-list-wrapper');
  if (!menu || menu.contains(event.target)) return;
  // for the menu alone, and not for what else Escape leaves
  event.stopPropagation();
  menu.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
}, { capture: true });

// Who chooses something goes on from the menu's button: a dialog that the item opens gives the focus back there, and not to an item that is gone.
document.addEventListener('click', event => {
  if (event.target.closest?.('.mud-menu-list-wrapper [role="menuitem"]')) document.querySelector('.mud-menu [aria-expanded="true"]')?.focus({ preventScroll: true });
}, { capture: true });
