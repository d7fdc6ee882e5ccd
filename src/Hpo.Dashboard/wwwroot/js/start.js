// Starts Blazor with a reconnection of our own. The script's built-in dialog gives up after a while and covers the page; a lecture's
// page keeps showing what it has, says that the connection is lost, and tries until the server is back.

const banner = document.getElementById('connection-banner');
const firstDelay = 250;
const longestDelay = 3000;
const sleep = milliseconds => new Promise(resolve => setTimeout(resolve, milliseconds));

let trying = false;

async function reconnect() {
  if (trying) return;
  trying = true;
  banner.hidden = false;
  document.dispatchEvent(new CustomEvent('hpo:connection', { detail: { connected: false } }));
  for (let delay = firstDelay; trying; delay = Math.min(delay * 1.5, longestDelay)) {
    await sleep(delay);
    try {
      // false: the server answers but no longer knows this page (it was restarted, or we were away for too long)
      if (!await Blazor.reconnect()) {
        location.reload();
        return;
      }
      connected();
    } catch {
      // the server cannot be reached yet
    }
  }
}

function connected() {
  trying = false;
  banner.hidden = true;
  document.dispatchEvent(new CustomEvent('hpo:connection', { detail: { connected: true } }));
}

await Blazor.start({ circuit: { reconnectionHandler: { onConnectionDown: reconnect, onConnectionUp: connected } } });
