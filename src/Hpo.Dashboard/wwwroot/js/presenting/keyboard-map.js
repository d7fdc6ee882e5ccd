// The keys of this page, on `?`.
import { html } from '../charts/html.js';

const keys = [
  ['P', 'Projector mode: large type, the screen kept awake', '[data-projected]'],
  ['1  2  3', 'One chart alone: best error, learning curves, who ran when', '.study-charts'],
  ['1  2  3  4', 'One alone: best error, average rank, targets hit, what can be concluded', '.comparison-charts'],
  ['4', 'The rung ladder alone', '[data-projected="ladder"]'],
  ['0', 'All charts', '[data-projected]'],
  ['F', 'Follow the presenter, or look around', '[data-follow]'],
  ['Ctrl+Z  Ctrl+Y', 'Undo or redo what was changed of the space', '[data-undo]'],
  ['← →', 'From one tab to the next, while one has the focus', '[role="tab"]'],
  ['↑ ↓', 'In lists and menus', '[role="combobox"], [aria-haspopup]'],
  ['Esc', 'Close what is open: a menu, a list, a dialog, the details of a trial; leave projector mode'],
  ['F11', 'Full screen (the browser’s own)', '[data-projected]'],
  ['?', 'This list'],
];

/** @type {HTMLDialogElement | null} */
let dialog = null;

/** Shows the list, or hides it. */
export function toggleKeyboardMap() {
  if (dialog?.open) return dialog.close();
  dialog?.remove();
  const list = makeDialog();
  dialog = list;
  document.body.append(list);
  list.showModal();
}

function makeDialog() {
  const dialog = html('dialog', 'card keyboard-map');
  const title = html('h2', '', 'Keys');
  title.id = 'keyboard-map-title';
  dialog.setAttribute('aria-labelledby', title.id);
  const list = html('dl', 'pairs');
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
  dialog.addEventListener('keydown', event => {
    if (event.key !== '?') return;
    // the page would open it again
    event.preventDefault();
    dialog.close();
  });
  dialog.append(title, list, close);
  return dialog;
}
