// Loads the one plotly.js of the dashboard, which Plotly.Blazor brings. By the component's own loader, so that a page that shows charts by the component too has one copy.

const folder = './_content/Plotly.Blazor';
/** As the component names them; a test holds both against what is served. */
const [loader, plotly] = [`${folder}/plotly-interop-7.2.0.js`, `${folder}/plotly-basic-3.7.0.min.js`];
const element = () => document.getElementById('plotly-import');

/** @type {Promise<any> | null} */
let loading = null;

/** @returns {Promise<any>} plotly.js */
export function loadPlotly() {
  loading ??= load().catch(error => {
    // the next one who asks tries again
    loading = null;
    element()?.remove();
    throw error;
  });
  return loading;
}

async function load() {
  const { importScript } = await import(new URL(loader, document.baseURI).href);
  // it takes a script that another chart has asked for to be there already
  if (element() && !globalThis.Plotly) await loaded(element());
  else await importScript('plotly-import', plotly);
  return globalThis.Plotly;
}

/** @param {HTMLElement} script */
const loaded = script => new Promise((resolve, reject) => {
  script.addEventListener('load', resolve);
  script.addEventListener('error', () => reject(new Error('The chart library could not be loaded.')));
});
