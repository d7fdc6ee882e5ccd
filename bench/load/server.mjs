// The dashboard as a process of its own, with a data folder that goes with it, and what the kernel says about it.
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { dashboard } from './places.mjs';
import { cpuSeconds } from './processes.mjs';

export class Server {
  #process;
  #folder;

  /**
   * @param {string[]} prefix a command to run it under, such as taskset's
   * @param {(folder: string) => Promise<void>} fill puts something into its data folder first
   */
  static async start(prefix = [], fill = async () => {}) {
    const server = new Server();
    server.#folder = await mkdtemp(join(tmpdir(), 'hpo-load-'));
    await fill(server.#folder);
    await server.#listen(prefix);
    return server;
  }

  /** Ends the process; the folder stays. */
  async end() {
    const ended = new Promise(resolve => this.#process.once('exit', resolve));
    this.#process.kill();
    await ended;
  }

  /** Starts another process on the same folder. */
  again() {
    return this.#listen([]);
  }

  async #listen(prefix) {
    this.address = undefined;
    const [command, ...rest] = [...prefix, 'dotnet', dashboard, '--port', '0', '--data', this.#folder];
    this.#process = spawn(command, rest, { stdio: ['ignore', 'pipe', 'inherit'] });
    for await (const line of createInterface(this.#process.stdout)) {
      this.address = /listens on (http:\/\/\S+)/.exec(line)?.[1];
      if (this.address) break;
    }
    if (!this.address) throw new Error('The dashboard did not start.');
    this.#process.stdout.resume();
  }

  get pid() {
    return this.#process.pid;
  }

  /** Seconds of CPU used so far. */
  cpu() {
    return cpuSeconds(this.pid);
  }

  /** Megabytes in memory now, and at the most so far. */
  async memory() {
    const status = await readFile(`/proc/${this.pid}/status`, 'utf8');
    const megabytes = name => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)[1]) / 1024;
    return { now: megabytes('VmRSS'), most: megabytes('VmHWM') };
  }

  async stop() {
    await this.end();
    await rm(this.#folder, { recursive: true, force: true });
  }
}
