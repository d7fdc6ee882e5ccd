// Whether the server can be reached, as far as anything on this page knows: the circuit, and the charts, which notice a silent network much sooner.
// The document hears of it by `hpo:connection`, and `data-offline` stands on its root meanwhile; what steers anything is switched off.

const root = document.documentElement;
const lost = new Set();

/**
 * @param {string} who says so
 * @param {boolean} connected
 */
export function tellConnection(who, connected) {
  if (connected) lost.delete(who);
  else lost.add(who);
  const isConnected = lost.size === 0;
  if (isConnected !== root.hasAttribute('data-offline')) return;
  root.toggleAttribute('data-offline', !isConnected);
  for (const element of document.querySelectorAll(':is(fieldset, button)[data-steering]')) element.toggleAttribute('disabled', !isConnected);
  document.dispatchEvent(new CustomEvent('hpo:connection', { detail: { connected: isConnected } }));
}
