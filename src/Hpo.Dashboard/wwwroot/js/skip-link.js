// The link that leads past the navigation. Without this, '#main' would be taken for an address below <base>.

import { around, the } from './elements.js';

document.addEventListener('click', event => {
  const link = around(event, '[data-skip-link]');
  if (!link) return;
  event.preventDefault();
  event.stopPropagation();
  the(document, '#main').focus();
}, { capture: true });
