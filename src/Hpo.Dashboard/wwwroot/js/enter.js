// Sends the token that stands behind the # of the link, and takes it out of the address bar and the history.

const form = document.getElementById('enter-form');

function enter() {
  const token = location.hash.slice(1);
  if (!token) return;
  history.replaceState(null, '', location.pathname + location.search);
  form.elements.token.value = decodeURIComponent(token);
  form.requestSubmit();
}

addEventListener('hashchange', enter);
enter();
