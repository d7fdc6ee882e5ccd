// Escape closes an open menu wherever the focus is: one that was opened with the mouse leaves it on its button, where the library does not listen.

document.addEventListener('keydown', event => {
  if (event.key !== 'Escape') return;
  const menu = document.querySelector('.mud-popover-open .mud-menu-list-wrapper');
  if (!menu || menu.contains(event.target)) return;
  // for the menu alone, and not for what else Escape leaves
  event.stopPropagation();
  menu.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
}, { capture: true });
