// Radzen's style sheets have some two hundred rules with :has(), for components that no page of ours uses. With them Chromium looks at the whole page again
// after every change of it: 35 ms for a page with charts instead of 0.1 ms, and plotly changes it two hundred times while it draws. So they are taken out.
const sheets = document.querySelectorAll('[data-theme-sheet]');

function lighten(sheet) {
  for (let i = sheet.cssRules.length - 1; i >= 0; i--) {
    if (sheet.cssRules[i].selectorText?.includes(':has(')) sheet.deleteRule(i);
  }
}

for (const link of sheets) {
  if (link.sheet) lighten(link.sheet);
  // that of the other theme comes later
  link.addEventListener('load', () => lighten(link.sheet));
}
