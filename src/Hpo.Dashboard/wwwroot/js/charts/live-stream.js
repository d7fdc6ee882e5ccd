// A connection to a hub of ours: opens it, opens it again whenever it is lost, and goes on after the last frame it has.
import { loadScript } from './load-script.js';

const firstDelay = 250;
const longestDelay = 3000;
const watchEvery = 500;

/** @typedef {'connecting' | 'live' | 'stale'} Connection */

export class LiveStream {
  #hub;
  #requests;
  #follow;
  #notify;
  #connection = null;
  #watchdog = 0;
  #stopped = false;
  #restart = false;
  #hurry = () => {};
  #renew = () => {};
  #after = 0;
  #beat = 5;
  #lastFrameAt = null;
  /** Seconds without a word, counted by the watchdog: not those in which the page itself was too busy to listen. */
  #silence = 0;
  /** @type {Connection} */
  #state = 'connecting';
  #problem = null;

  /**
   * @param {string} hub its name
   * @param {(after: number) => any[][]} requests what to ask it for, after the frame that is there (0: from the beginning): the arguments of one stream or more
   * @param {(frame: object) => boolean} follow takes in a frame; false when it does not follow the last one
   * @param {(state: Connection) => void} notify called when the state changes
   */
  constructor(hub, requests, follow, notify) {
    this.#hub = new URL(`../../hubs/${hub}`, import.meta.url).href;
    this.#requests = requests;
    this.#follow = follow;
    this.#notify = notify;
  }

  get state() {
    return this.#state;
  }

  /** What the server said when it refused; null otherwise. */
  get problem() {
    return this.#problem;
  }

  /** Seconds since the last word of the server; null before the first. */
  get age() {
    return this.#lastFrameAt === null ? null : (performance.now() - this.#lastFrameAt) / 1000;
  }

  start() {
    addEventListener('online', this.#onOnline);
    addEventListener('offline', this.#onOffline);
    this.#watchdog = setInterval(this.#watch, watchEvery);
    this.#run();
  }

  stop() {
    this.#stopped = true;
    removeEventListener('online', this.#onOnline);
    removeEventListener('offline', this.#onOffline);
    clearInterval(this.#watchdog);
    this.#hurry();
    this.#drop();
  }

  /** What is wanted has changed: asks anew for that, and leaves what has not. */
  renew() {
    this.#renew();
  }

  async #run() {
    let delay = firstDelay;
    while (!this.#stopped) {
      const before = this.#lastFrameAt;
      try {
        await this.#connectAndFollow();
      } catch (error) {
        // while the connection stands, it is the server that refuses, and it says why
        this.#problem = this.#connection?.state === 'Connected' ? String(error.message ?? error).replace(/^.*HubException: /, '') : null;
      }
      this.#drop();
      if (this.#stopped) return;
      if (this.#restart) {
        this.#restart = false;
        continue;
      }
      this.#enter('stale');
      if (this.#lastFrameAt !== before) delay = firstDelay;
      await this.#pause(delay);
      delay = Math.min(delay * 1.5, longestDelay);
    }
  }

  async #connectAndFollow() {
    const signalR = await loadScript('signalr.min.js', 'signalR');
    if (this.#stopped) return;
    const connection = this.#connection = new signalR.HubConnectionBuilder().withUrl(this.#hub).configureLogging(signalR.LogLevel.None).build();
    connection.serverTimeoutInMilliseconds = 15_000;
    await connection.start();
    const streams = [];
    await new Promise((resolve, reject) => {
      this.#renew = () => this.#requests(this.#after).forEach((request, i) => {
        const key = JSON.stringify(request);
        if (streams[i]?.key === key) return;
        streams[i]?.subscription.dispose();
        const subscription = connection.stream('Watch', ...request).subscribe({ next: frame => this.#take(frame), error: reject, complete: resolve });
        streams[i] = { key, subscription };
      });
      this.#renew();
    });
  }

  #take(frame) {
    if (this.#stopped || this.#restart) return;
    this.#lastFrameAt = performance.now();
    this.#silence = 0;
    this.#beat = frame.beat;
    this.#problem = null;
    if (this.#follow(frame)) {
      this.#after = frame.to;
      this.#enter('live');
    } else {
      this.#after = 0;
      this.#restart = true;
      this.#drop();
    }
  }

  #watch = () => {
    if (this.#lastFrameAt === null) return;
    this.#silence += watchEvery / 1000;
    // the server speaks at every beat: two missed ones mean that what is shown is old
    if (this.#silence > 2 * this.#beat + 1) this.#enter('stale');
    // a connection can hang without an error for a long time: give it up and try a new one
    if (this.#silence > 3 * this.#beat + 4 && this.#connection?.state === 'Connected') {
      this.#silence = 0;
      this.#drop();
    }
  };

  #onOnline = () => this.#hurry();

  #onOffline = () => {
    this.#enter('stale');
    this.#drop();
  };

  /** Waits, but not once the network is back. */
  #pause(milliseconds) {
    return new Promise(resolve => {
      const timer = setTimeout(resolve, milliseconds * (0.75 + Math.random() / 2));
      this.#hurry = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  #drop() {
    this.#renew = () => {};
    // stopping a connection that is already broken may fail, and nothing is lost by that
    this.#connection?.stop().catch(() => {});
  }

  /** @param {Connection} state */
  #enter(state) {
    if (state === this.#state) return;
    this.#state = state;
    this.#notify(state);
  }
}
