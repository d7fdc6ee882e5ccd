// A connection to a hub of ours: opens it, opens it again whenever it is lost, and goes on after the last frame it has.
import { loadScript } from './load-script.js';

const firstDelay = 250;
const longestDelay = 3000;
const watchEvery = 500;
/** A watchdog that comes so late was asleep, and so was the page. */
const sleptAfter = 5000;

/** @typedef {'connecting' | 'live' | 'stale'} Connection */

export class LiveStream {
  #hub;
  #requests;
  #follow;
  #notify;
  #opened;
  #method;
  #connection = null;
  #watchdog = 0;
  #watchedAt = 0;
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
  #isPassing = false;
  /** The problem that was told last. */
  #told = null;

  /**
   * @param {string} hub its name
   * @param {(after: number) => any[][]} requests what to ask it for, after the frame that is there (0: from the beginning): the arguments of one stream or more
   * @param {(frame: object) => boolean} follow takes in a frame; false when it does not follow the last one
   * @param {(state: Connection) => void} notify called when the state changes
   * @param {(connection: any) => void} opened called with every new connection, for what is asked of the hub beside the streams
   * @param {string} method what the streams are called in the hub
   */
  constructor(hub, requests, follow, notify, opened = () => {}, method = 'Watch') {
    this.#hub = new URL(`../../hubs/${hub}`, import.meta.url).href;
    this.#requests = requests;
    this.#follow = follow;
    this.#notify = notify;
    this.#opened = opened;
    this.#method = method;
  }

  get state() {
    return this.#state;
  }

  /** What the server said when it refused; null otherwise. */
  get problem() {
    return this.#problem;
  }

  /** Whether that may be over in a moment: the stream tries again by itself. */
  get isPassing() {
    return this.#isPassing;
  }

  /** Seconds since the last word of the server, those of sleep included, which the browser's steadier clock leaves out; null before the first. */
  get age() {
    return this.#lastFrameAt === null ? null : (Date.now() - this.#lastFrameAt) / 1000;
  }

  start() {
    addEventListener('online', this.#onOnline);
    addEventListener('offline', this.#onOffline);
    addEventListener('pageshow', this.#onShown);
    document.addEventListener('visibilitychange', this.#onShown);
    this.#watchedAt = Date.now();
    this.#watchdog = setInterval(this.#watch, watchEvery);
    this.#run();
  }

  stop() {
    this.#stopped = true;
    removeEventListener('online', this.#onOnline);
    removeEventListener('offline', this.#onOffline);
    removeEventListener('pageshow', this.#onShown);
    document.removeEventListener('visibilitychange', this.#onShown);
    clearInterval(this.#watchdog);
    this.#hurry();
    this.#drop();
  }

  /** Calls a method of the hub that answers nothing; while there is no connection, nothing happens. */
  send(method, ...request) {
    if (this.#connection?.state === 'Connected') this.#connection.send(method, ...request).catch(() => {});
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
        this.#isPassing = false;
        this.#problem = this.#connection?.state === 'Connected' ? String(error.message ?? error).replace(/^.*HubException: /, '') : null;
      }
      this.#drop();
      if (this.#stopped) return;
      if (this.#restart) {
        this.#restart = false;
        continue;
      }
      this.#enter('stale');
      if (this.#isPassing) delay = longestDelay;
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
    // the server takes who says nothing for 15 s for gone
    connection.keepAliveIntervalInMilliseconds = 5_000;
    await connection.start();
    if (this.#stopped) return;
    const streams = [];
    await new Promise((resolve, reject) => {
      this.#renew = () => this.#requests(this.#after).forEach((request, i) => {
        const key = JSON.stringify(request);
        if (streams[i]?.key === key) return;
        streams[i]?.subscription.dispose();
        const subscription = connection.stream(this.#method, ...request).subscribe({ next: frame => this.#take(frame), error: reject, complete: resolve });
        streams[i] = { key, subscription };
      });
      this.#renew();
      this.#opened(connection);
    });
  }

  #take(frame) {
    if (this.#stopped || this.#restart) return;
    if (frame.kind === 'refusal') {
      // the stream ends with it
      this.#problem = frame.reason;
      this.#isPassing = frame.isPassing === true;
      return;
    }
    this.#lastFrameAt = Date.now();
    this.#silence = 0;
    this.#beat = frame.beat;
    this.#problem = null;
    this.#isPassing = false;
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
    const now = Date.now();
    const slept = now - this.#watchedAt > sleptAfter;
    this.#watchedAt = now;
    if (this.#lastFrameAt === null) return;
    this.#silence += watchEvery / 1000;
    if (this.#silence > this.#patience) this.#enter('stale');
    // a connection can hang without an error for a long time: give it up and try a new one
    if (this.#silence > this.#longestSilence && this.#connection?.state === 'Connected') {
      this.#silence = 0;
      this.#drop();
    }
    // after the rest: what came during the sleep has until the next look to be heard
    if (slept) this.#doubt();
  };

  /** Seconds without a word after which what is shown is old: the server speaks at every beat, and two were missed. */
  get #patience() {
    return 2 * this.#beat + 0.5;
  }

  get #longestSilence() {
    return 3 * this.#beat + 4;
  }

  /**
   * The page may have slept, and its connection with it. What has come meanwhile is about to be told: when nothing is, by the next look of the watchdog,
   * the connection is given up at once.
   */
  #doubt() {
    if (this.age > this.#patience) this.#silence = Math.max(this.#silence, this.#longestSilence);
  }

  #onShown = () => {
    if (document.visibilityState === 'hidden' || this.#lastFrameAt === null) return;
    this.#doubt();
    this.#hurry();
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
    // a refusal may come while the connection is told to be lost already
    if (state === this.#state && this.#problem === this.#told) return;
    this.#state = state;
    this.#told = this.#problem;
    this.#notify(state);
  }
}
