// Many spectators in one process of their own: told by its parent when to come, when to count, and when to go. Each checks that its frames follow one another.
import { signalR as load } from './places.mjs';

const signalR = load();

class Spectator {
  sequence = 0;
  gaps = 0;
  snapshots = 0;
  /** @type {[number, number, number][]} of each event: its number, when it happened by the study's clock, when it was here by this machine's */
  arrivals = [];
  /** The smallest difference between this machine's clock and the study's that a frame has shown, in milliseconds. */
  offset = Infinity;
  #connection;

  async join(address, study) {
    this.#connection = new signalR.HubConnectionBuilder()
      .withUrl(`${address}/hubs/study`, { transport: signalR.HttpTransportType.WebSockets, skipNegotiation: true })
      .configureLogging(signalR.LogLevel.None).build();
    await this.#connection.start();
    const first = new Promise((resolve, reject) => {
      this.#connection.stream('Watch', study, 0).subscribe({ next: frame => { this.#take(frame); resolve(); }, error: reject, complete: reject });
    });
    await first;
  }

  leave() {
    return this.#connection.stop();
  }

  #take(frame) {
    const now = Date.now();
    this.offset = Math.min(this.offset, now - frame.elapsed * 1000);
    if (frame.kind === 'snapshot') this.snapshots++;
    else if (frame.from !== this.sequence) this.gaps++;
    if (frame.kind === 'delta') {
      if (frame.events.length !== frame.to - frame.from) this.gaps++;
      frame.events.forEach((event, i) => this.arrivals.push([frame.from + 1 + i, event[1] * 1000, now]));
    }
    this.sequence = frame.to;
  }
}

let all = [];

const orders = {
  async join({ address, study, count }) {
    all = Array.from({ length: count }, () => new Spectator());
    for (const spectator of all) await spectator.join(address, study);
  },
  /** From now on. */
  count() {
    for (const spectator of all) [spectator.arrivals, spectator.gaps, spectator.snapshots] = [[], 0, 0];
  },
  report() {
    const offset = Math.min(...all.map(spectator => spectator.offset));
    return {
      offset,
      times: new Map(all[0].arrivals.map(([sequence, happened]) => [sequence, happened])),
      latencies: all.flatMap(spectator => spectator.arrivals.map(([, happened, here]) => here - happened - offset)),
      gaps: all.reduce((sum, spectator) => sum + spectator.gaps, 0),
      again: all.reduce((sum, spectator) => sum + spectator.snapshots, 0),
      behind: Math.max(...all.map(spectator => spectator.sequence)) - Math.min(...all.map(spectator => spectator.sequence)),
    };
  },
  async leave() {
    await Promise.all(all.map(spectator => spectator.leave()));
    all = [];
  },
};

process.on('message', async ({ order, ...rest }) => {
  try {
    process.send({ answer: await orders[order](rest) ?? null });
  } catch (error) {
    process.send({ problem: String(error) });
  }
});
