// The link that leads past the navigation. Without this, '#main' would be taken for an address below <base>.

document.addEventListener('click', event => {
  const link = event.target.closest?.('[data-skip-link]');
  if (!link) return;
  event.preventDefault();
  event.stopPropagation();
  document.getElementById('main').focus();
}, { capture: true });
