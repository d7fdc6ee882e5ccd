// Sends the token that stands behind the # of the link, and takes it out of the address bar and the history.

import { the } from './elements.js';

const form = the(document, '#enter-form', HTMLFormElement);

function enter() {
  const token = location.hash.slice(1);
  if (!token) return;
  history.replaceState(null, '', location.pathname + location.search);
  the(form, '[name="token"]', HTMLInputElement).value = decodeURIComponent(token);
  form.requestSubmit();
}

addEventListener('hashchange', enter);
enter();
