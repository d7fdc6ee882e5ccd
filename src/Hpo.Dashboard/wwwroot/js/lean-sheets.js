// Radzen's style sheets have some two hundred rules with :has(), for components that no page of ours uses. With them Chromium looks at the whole page again
// after every change of it: 35 ms for a page with charts instead of 0.1 ms, and plotly changes it two hundred times while it draws. So they are taken out.
const sheets = document.querySelectorAll('[data-theme-sheet]');

/** @param {CSSStyleSheet | CSSGroupingRule} rules a sheet, or a block of one */
function lighten(rules) {
  for (let i = rules.cssRules.length - 1; i >= 0; i--) {
    const rule = rules.cssRules[i];
    if (rule.selectorText?.includes(':has(')) rules.deleteRule(i);
    else if (rule.cssRules) lighten(rule);
  }
}

for (const link of sheets) {
  if (link.sheet) lighten(link.sheet);
  // that of the other theme comes later
  link.addEventListener('load', () => lighten(link.sheet));
}
