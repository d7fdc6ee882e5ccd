// Run by StudyModelTests. The connection of a page, on a scripted hub and a clock that the test moves.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import test, { mock } from 'node:test';
import { pathToFileURL } from 'node:url';

const listeners = {};
globalThis.addEventListener = (name, listener) => { listeners[name] = listener; };
globalThis.removeEventListener = name => { delete listeners[name]; };
globalThis.document = { visibilityState: 'visible', addEventListener: globalThis.addEventListener, removeEventListener: globalThis.removeEventListener };

const { LiveStream } = await import(pathToFileURL(join(process.env.HPO_MODULES, 'live-stream.js')));

/** A hub of one study, which is nothing but a sequence number here. */
class Hub {
  sequence = 0;
  isReachable = true;
  /** What it says to everybody who asks; null when it answers. */
  refusal = null;
  connections = [];

  constructor() {
    const hub = this;
    globalThis.signalR = {
      LogLevel: { None: 0 },
      HubConnectionBuilder: class {
        withUrl() { return this; }
        configureLogging() { return this; }
        build() { return new Connection(hub); }
      },
    };
  }

  get open() {
    return this.connections.filter(connection => connection.state === 'Connected');
  }

  /** The study goes on; whoever is connected, and not cut off, hears of it. */
  publish(events = 1) {
    this.sequence += events;
    for (const connection of this.open) if (!connection.isSilent) connection.tell();
  }

  cut() {
    this.isReachable = false;
    for (const connection of this.open) connection.break();
  }
}

class Connection {
  state = 'Disconnected';
  isSilent = false;
  at = 0;

  constructor(hub) {
    this.hub = hub;
    hub.connections.push(this);
  }

  async start() {
    if (!this.hub.isReachable) throw new Error('no network');
    this.state = 'Connected';
  }

  async stop() {
    if (this.state === 'Connected') this.break();
  }

  stream(method, key, after) {
    this.asked = { method, key, after };
    return { subscribe: observer => {
      this.observer = observer;
      this.at = after;
      queueMicrotask(() => this.tell());
      return { dispose() {} };
    } };
  }

  tell() {
    if (this.hub.refusal) {
      this.observer?.next(this.hub.refusal);
      this.observer?.complete();
      return;
    }
    const { sequence } = this.hub;
    const from = this.at > sequence ? 0 : this.at;
    const kind = from === 0 ? 'snapshot' : from === sequence ? 'beat' : 'delta';
    this.at = sequence;
    this.observer?.next({ kind, from, to: sequence, beat: 1 });
  }

  break(error = new Error('broken')) {
    this.state = 'Disconnected';
    this.observer?.error(error);
  }
}

/** What a page does with frames, as far as sequence numbers go: every event once, in order. */
class Page {
  sequence = 0;
  snapshots = 0;
  states = [];
  opened = 0;

  constructor(hub) {
    this.stream = new LiveStream('watch', after => [['code', after]], frame => this.take(frame), state => { this.states.push(state); this.onState?.(state); }, () => this.opened++);
    this.stream.start();
    hub.page = this;
  }

  take({ kind, from, to }) {
    if (kind !== 'snapshot' && from !== this.sequence) return false;
    if (kind === 'snapshot') this.snapshots++;
    this.sequence = to;
    return true;
  }
}

let now = 1_000_000;
Date.now = () => now;

/** The clock goes on, and no timer is called: the page sleeps, or is busy. */
const sleep = milliseconds => { now += milliseconds; };

const settle = async () => { for (let i = 0; i < 20; i++) await Promise.resolve(); };

/** Lets time pass, with what it wakes. */
async function pass(milliseconds, beat = () => {}) {
  for (let passed = 0; passed < milliseconds; passed += 250) {
    now += 250;
    mock.timers.tick(250);
    await settle();
    if (passed % 1000 === 0) beat();
    await settle();
  }
}

async function world(run) {
  mock.timers.enable({ apis: ['setInterval', 'setTimeout'] });
  const hub = new Hub();
  hub.sequence = 7;
  const page = new Page(hub);
  try {
    await settle();
    await run(hub, page);
  } finally {
    page.stream.stop();
    mock.timers.reset();
  }
}

test('a page goes on after its last event when the connection was lost, without a second snapshot', () => world(async (hub, page) => {
  assert.equal(page.sequence, 7);
  hub.publish(3);
  hub.cut();
  await pass(5000);
  assert.equal(page.stream.state, 'stale');
  hub.sequence += 40;
  hub.isReachable = true;
  await pass(4000, () => hub.publish());

  assert.equal(page.stream.state, 'live');
  assert.equal(hub.connections.at(-1).asked.after, 10);
  assert.equal(page.sequence, hub.sequence);
  assert.equal(page.snapshots, 1);
}));

test('a refusal that passes is told, also while the connection is old already, and tried again until it has passed', () => world(async (hub, page) => {
  const told = [];
  page.onState = () => told.push([page.stream.problem, page.stream.isPassing]);
  hub.cut();
  await pass(3000);
  hub.refusal = { kind: 'refusal', reason: 'Very many.', isPassing: true };
  hub.isReachable = true;
  await pass(5000);
  assert.equal(page.stream.state, 'stale');
  assert.ok(told.some(([problem, isPassing]) => problem === 'Very many.' && isPassing));

  hub.refusal = null;
  await pass(5000, () => hub.publish());
  assert.equal(page.stream.state, 'live');
  assert.deepEqual([page.stream.problem, page.stream.isPassing], [null, false]);
  assert.equal(page.sequence, hub.sequence);
}));

test('a refusal for good is told with its reason', () => world(async (hub, page) => {
  hub.cut();
  await pass(3000);
  hub.refusal = { kind: 'refusal', reason: 'The presenter has stopped sharing this study.', isPassing: false };
  let told = null;
  page.onState = () => { told = page.stream.problem; };
  hub.isReachable = true;
  await pass(5000);
  assert.equal(told, 'The presenter has stopped sharing this study.');
  assert.equal(page.stream.isPassing, false);
}));

test('every lost connection is tried again after a while that grows, up to four seconds', () => world(async (hub) => {
  hub.cut();
  const before = hub.connections.length;
  await pass(60_000);
  const tries = hub.connections.length - before;

  assert.ok(tries >= 60 / 4 - 1 && tries < 40, `${tries} tries in a minute`);
}));

test('a connection that hangs without a word is shown as old after two missed beats, and given up', () => world(async (hub, page) => {
  await pass(2000, () => hub.publish());
  hub.open[0].isSilent = true;
  const heard = Date.now() - page.stream.age * 1000;
  await pass(heard + 2250 - Date.now());
  assert.equal(page.stream.state, 'live');
  await pass(heard + 3250 - Date.now());
  assert.equal(page.stream.state, 'stale');

  await pass(6000, () => hub.publish());
  assert.equal(page.stream.state, 'live');
  assert.equal(page.sequence, hub.sequence);
  assert.equal(page.snapshots, 1);
}));

test('a page that wakes from sleep asks anew within a second or so, and says how old it was', () => world(async (hub, page) => {
  const [asleep] = hub.open;
  asleep.isSilent = true;
  hub.sequence += 500;
  // the timers slept, the clock did not
  sleep(600_000);
  await pass(750);
  assert.ok(page.stream.age >= 600);
  await pass(1000);

  assert.equal(asleep.state, 'Disconnected');
  assert.ok(page.states.includes('stale'));
  assert.equal(page.stream.state, 'live');
  assert.equal(page.sequence, hub.sequence);
  assert.equal(page.snapshots, 1);
}));

test('a page that was only hidden, and heard everything, keeps its connection', () => world(async (hub, page) => {
  await pass(3000, () => hub.publish());
  listeners.visibilitychange();
  await pass(3000, () => hub.publish());

  assert.equal(hub.connections.length, 1);
  assert.deepEqual(page.states, ['live']);
}));

test('a page that was too busy to listen, and then hears what came meanwhile, keeps its connection', () => world(async (hub, page) => {
  sleep(8000);
  hub.publish();
  await pass(3000, () => hub.publish());

  assert.equal(hub.connections.length, 1);
  assert.deepEqual(page.states, ['live']);
}));

test('a network that is back is used at once', () => world(async (hub, page) => {
  listeners.offline();
  await settle();
  assert.equal(page.stream.state, 'stale');
  hub.cut();
  await pass(30_000);
  hub.isReachable = true;
  listeners.online();
  await settle();

  assert.equal(page.stream.state, 'live');
}));

test('a server that was restarted without its last events is followed from a snapshot', () => world(async (hub, page) => {
  hub.cut();
  await pass(1000);
  hub.sequence = 3;
  hub.isReachable = true;
  await pass(6000, () => hub.publish());

  assert.equal(page.snapshots, 2);
  assert.equal(page.sequence, hub.sequence);
}));

test('the refusal of a server that can be reached is told', () => world(async (hub, page) => {
  const [connection] = hub.open;
  connection.observer.error(new Error('An error occurred: HubException: The presenter has stopped sharing this study.'));
  await settle();

  assert.equal(page.stream.problem, 'The presenter has stopped sharing this study.');
}));

test('a stream that ends with a reason tells it', () => world(async (hub, page) => {
  const [connection] = hub.open;
  connection.observer.next({ kind: 'refusal', reason: 'No study is shared under this code.' });
  connection.observer.complete();
  await settle();

  assert.equal(page.stream.problem, 'No study is shared under this code.');
  assert.equal(page.stream.state, 'stale');
  assert.equal(page.sequence, 7);
}));

test('with every new connection the page is asked what else it wants', () => world(async (hub, page) => {
  assert.equal(page.opened, 1);
  hub.open[0].break();
  await pass(1000);

  assert.equal(page.opened, 2);
}));
