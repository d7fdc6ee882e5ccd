// The theme switch: <hpo-theme-switch></hpo-theme-switch>. An element of its own and not a Blazor component, so that it works at once,
// on pages without a circuit too, and while the connection is down. Charts listen to `hpo:theme` on document and read the new colours.

import { the } from './elements.js';

const choices = [
  { name: 'light', label: 'Light', icon: '<circle cx="12" cy="12" r="4"/><path d="M12 3v2m0 14v2M3 12h2m14 0h2M5.6 5.6 7 7m10 10 1.4 1.4m0-12.8L17 7M7 17l-1.4 1.4"/>' },
  { name: 'dark', label: 'Dark', icon: '<path d="M20 14.5A8.5 8.5 0 0 1 9.5 4 8.5 8.5 0 1 0 20 14.5Z"/>' },
  { name: 'system', label: 'As the system', icon: '<rect x="3" y="4" width="18" height="12" rx="2"/><path d="M8 20h8m-4-4v4"/>' },
];

const systemIsDark = matchMedia('(prefers-color-scheme: dark)');

/** The theme in use: 'light', 'dark' or 'system'. */
export const chosenTheme = () => document.documentElement.dataset.theme;

/** Whether the page is dark now, whoever decided it. */
export const isDark = () => chosenTheme() === 'dark' || (chosenTheme() === 'system' && systemIsDark.matches);

const announce = () => document.dispatchEvent(new CustomEvent('hpo:theme', { detail: { dark: isDark() } }));

/**
 * Applies a theme to this page and remembers it for the next first byte.
 * @param {string} name
 */
export function chooseTheme(name) {
  document.cookie = `hpo-theme=${name}; path=/; max-age=31536000; samesite=lax`;
  document.documentElement.dataset.theme = name;
  announce();
}

systemIsDark.addEventListener('change', () => {
  if (chosenTheme() === 'system') announce();
});

class ThemeSwitch extends HTMLElement {
  connectedCallback() {
    this.innerHTML = `<fieldset class="choices"><legend class="visually-hidden">Theme</legend>${choices.map(({ name, label, icon }) => `
      <label title="${label}"><input type="radio" name="hpo-theme" value="${name}" aria-label="${label}">
      <svg class="drawing" viewBox="0 0 24 24" aria-hidden="true">${icon}</svg></label>`).join('')}</fieldset>`;
    the(this, `input[value="${chosenTheme()}"]`, HTMLInputElement).checked = true;
    this.addEventListener('change', event => chooseTheme(/** @type {HTMLInputElement} */ (event.target).value));
  }
}
customElements.define('hpo-theme-switch', ThemeSwitch);
