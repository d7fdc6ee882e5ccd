// Starts Blazor. Its own reconnection does the work; ours are the banner in place of a dialog that covers the page, and that it never gives
// up: a hall's Wi-Fi may take longer than any number of tries.

import { tellConnection } from './connection.js';
import { the } from './elements.js';

const modal = the(document, '#components-reconnect-modal');
const banner = the(modal, '.connection-banner');
const firstDelay = 250;
const longestDelay = 3000;

document.addEventListener('hpo:connection', ({ detail: { connected } }) => {
  banner.hidden = connected;
});

modal.addEventListener('components-reconnect-state-changed', ({ detail: { state } }) => {
  if (state === 'show') tellConnection('circuit', false);
  if (state === 'hide') tellConnection('circuit', true);
  // the server answers but knows neither this page nor what it held (it was restarted, or we were away for very long)
  if (state === 'rejected' || state === 'resume-failed') location.reload();
});

// A page that was away for long gets another circuit in the same document, which begins anew: what the last one left is let go of. The library does so
// too, but takes it for an error and writes it into the console.
const initialize = mudPopover.initialize;
mudPopover.initialize = (...options) => {
  mudPopover.dispose();
  initialize.apply(mudPopover, options);
};

// the server speaks every four seconds (HubLimits.CircuitBeat): after ten without a word it cannot be reached
const beat = 4000, silence = 10_000;

await Blazor.start({
  circuit: {
    configureSignalR: builder => builder.withKeepAliveInterval(beat).withServerTimeout(silence),
    reconnectionOptions: {
      maxRetries: undefined,
      retryIntervalMilliseconds: attempt => attempt === 0 ? 0 : Math.min(firstDelay * 1.5 ** attempt, longestDelay),
    },
  },
});
