// <hpo-form>: what a form needs that only the browser can do.
//
// Lengths: every change of a field travels to the server in one message, and a message over the connection's limit would end the connection
// and lose the whole form. So a text that is too long is turned away here, whichever way it came (typed, pasted, dropped, set by a script),
// with a message at the field, and the field keeps what it had. Blazor listens on document, so a listener here in the capture phase is first.
//
// Rows: what is dragged by a [data-drag-handle] is its [data-drag-row], picture and all; fields in a row that was draggable itself would not let
// their text be selected. Rows take it from the first moment, and do not wait until the server has heard of it.
//
// Undo: within [data-undo-scope], Ctrl+Z and Ctrl+Shift+Z (or Ctrl+Y) press its [data-undo] and [data-redo] buttons.

import { around } from '../../js/elements.js';

/** The longest text of a field that does not say otherwise with data-limit, in characters. */
const usualLimit = 2000;
/** The longest text in bytes as it travels; less than the server's HubLimits.MessageBytes. */
const byteLimit = 960 * 1024;

/** @typedef {HTMLInputElement | HTMLTextAreaElement} TextField */

/** @type {WeakMap<TextField, string>} what each field had when it last fitted */
const accepted = new WeakMap();

/**
 * @param {EventTarget | null} field
 * @returns {field is TextField}
 */
const isText = field => field instanceof HTMLTextAreaElement || (field instanceof HTMLInputElement && !['radio', 'checkbox'].includes(field.type));
/** @param {TextField} field */
const limitOf = field => Number(field.dataset.limit ?? usualLimit);
/** @param {number} number */
const count = number => number.toLocaleString('en');
/** @param {string} text */
const bytes = text => new TextEncoder().encode(JSON.stringify(text)).length;

/**
 * Why a text does not fit into a field; null when it does.
 * @param {string} text
 * @param {number} limit characters
 */
export function refusal(text, limit) {
  if (text.length > limit)
    return `The text would have ${count(text.length)} characters: at most ${count(limit)} fit here. Nothing was changed.`;
  // a character takes at most six bytes (\u0000)
  if (text.length * 6 > byteLimit && bytes(text) > byteLimit)
    return `The text would take ${count(bytes(text))} bytes: at most ${count(byteLimit)} fit here. Nothing was changed.`;
  return null;
}

/**
 * Shows a message at a field; it stays until something is typed that fits.
 * @param {TextField} field
 * @param {string} message
 */
function say(field, message) {
  silence(field);
  const place = document.createElement('p');
  place.id = `${field.id}-refusal`;
  place.className = 'refusal mud-input-helper-text mud-input-error';
  place.setAttribute('role', 'alert');
  place.textContent = message;
  field.closest('.mud-input-control')?.append(place);
}

/** @param {TextField} field */
function silence(field) {
  for (const place of field.closest('hpo-form')?.querySelectorAll('.refusal') ?? []) place.remove();
}

/** @param {Event} event */
function remember({ target }) {
  if (isText(target)) accepted.set(target, target.value);
}

/**
 * The text that a field would have after an insertion at its selection.
 * @param {TextField} field
 * @param {string} text
 */
function withInserted(field, text) {
  const { value, selectionStart, selectionEnd } = field;
  return value.slice(0, selectionStart ?? value.length) + text + value.slice(selectionEnd ?? value.length);
}

/**
 * @param {Event} event
 * @param {string | undefined} text
 */
function beforeInsert(event, text) {
  const field = event.target;
  if (!isText(field) || !text) return;
  const message = refusal(withInserted(field, text), limitOf(field));
  if (!message) return;
  event.preventDefault();
  say(field, message);
}

/** @param {Event} event */
function check(event) {
  const field = event.target;
  if (!isText(field)) return;
  const message = refusal(field.value, limitOf(field));
  if (!message) {
    silence(field);
    accepted.set(field, field.value);
    return;
  }
  say(field, message);
  event.stopImmediatePropagation();
  field.value = accepted.get(field) ?? field.defaultValue;
}

/** @param {KeyboardEvent} event */
function pressUndo(event) {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
  const key = event.key.toLowerCase();
  const name = key === 'z' ? (event.shiftKey ? 'redo' : 'undo') : key === 'y' && !event.shiftKey ? 'redo' : null;
  /** @type {HTMLElement | null | undefined} */
  const button = name === null ? null : around(event, '[data-undo-scope]')?.querySelector(`[data-${name}]`);
  if (!button) return;
  event.preventDefault();
  button.click();
}

/** @type {Element | null} the row that is dragged */
let dragged = null;

/** @param {DragEvent} event */
function drag(event) {
  const row = around(event, '[data-drag-handle]')?.closest('[data-drag-row]');
  if (!row || !event.dataTransfer) return;
  dragged = row;
  const { left, top } = row.getBoundingClientRect();
  event.dataTransfer.effectAllowed = 'move';
  event.dataTransfer.setDragImage(row, event.clientX - left, event.clientY - top);
}

/**
 * What the browser does not hear it does not allow.
 * @param {DragEvent} event
 */
function take(event) {
  if (dragged && around(event, '[data-drag-row]')) event.preventDefault();
}

class Form extends HTMLElement {
  connectedCallback() {
    this.addEventListener('focusin', remember);
    this.addEventListener('beforeinput', remember);
    this.addEventListener('paste', event => beforeInsert(event, event.clipboardData?.getData('text')), { capture: true });
    this.addEventListener('drop', event => beforeInsert(event, event.dataTransfer?.getData('text')), { capture: true });
    this.addEventListener('input', check, { capture: true });
    this.addEventListener('change', check, { capture: true });
    this.addEventListener('keydown', pressUndo);
    this.addEventListener('dragstart', drag);
    this.addEventListener('dragover', take);
    this.addEventListener('drop', take);
    this.addEventListener('dragend', () => { dragged = null; });
  }
}
if (!customElements.get('hpo-form')) customElements.define('hpo-form', Form);

/**
 * Moves the focus to an element, opens what hides it, and brings it to the middle of the window.
 * @param {string} id
 */
export function focus(id) {
  const element = document.getElementById(id);
  if (!element) return;
  element.focus({ preventScroll: true });
  element.scrollIntoView({ block: 'center' });
}
