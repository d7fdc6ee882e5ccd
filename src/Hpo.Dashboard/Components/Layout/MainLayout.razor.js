/** Closes the drawer after a choice: the page changes within the same document, so the browser would leave it open. */
export const closeMenu = () => document.getElementById('navigation')?.hidePopover();
