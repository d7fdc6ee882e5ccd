// The keys of this page, on `?`.
import { html } from '../charts/html.js';

const keys = [
  ['P', 'Projector mode: large type, the screen kept awake'],
  ['1  2  3', 'One chart alone: best error, learning curves, who ran when'],
  ['4', 'The rung ladder alone', '[data-projected="ladder"]'],
  ['0', 'All charts'],
  ['F', 'Follow the presenter, or look around', '[data-follow]'],
  ['Esc', 'Leave projector mode; close what is open'],
  ['F11', 'Full screen (the browser’s own)'],
  ['?', 'This list'],
];

let dialog = null;

/** Shows the list, or hides it. */
export function toggleKeyboardMap() {
  if (dialog?.open) return dialog.close();
  dialog?.remove();
  dialog = html('dialog', 'keyboard-map');
  const title = html('h2', '', 'Keys');
  title.id = 'keyboard-map-title';
  dialog.setAttribute('aria-labelledby', title.id);
  const list = html('dl');
  for (const [key, text, where] of keys) {
    if (where && !document.querySelector(where)) continue;
    const term = html('dt');
    term.append(...key.split('  ').map(one => html('kbd', '', one)));
    list.append(term, html('dd', '', text));
  }
  const close = html('button', 'plain-button', 'Close');
  close.type = 'button';
  close.addEventListener('click', () => dialog.close());
  // a click beside it closes it too
  dialog.addEventListener('click', event => event.target === dialog && dialog.close());
  dialog.addEventListener('keydown', event => event.key === '?' && dialog.close());
  dialog.append(title, list, close);
  document.body.append(dialog);
  dialog.showModal();
}
