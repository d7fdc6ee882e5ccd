// What steers a study is switched off while the server cannot be reached (js/connection.js). What is pressed before that is known may arrive much later,
// when the network is back: the server asks how long ago that was.

let pressedAt = Date.now();

for (const event of ['click', 'change']) {
  addEventListener(event, () => {
    pressedAt = Date.now();
  }, true);
}

/** Seconds since something was pressed or typed. */
export const age = () => (Date.now() - pressedAt) / 1000;
