// Asks a .NET process for a full garbage collection, by its diagnostic port (a Unix socket that the runtime opens): a trace of the runtime's events with the keyword
// GCHeapCollect begins with one. The protocol: github.com/dotnet/diagnostics, documentation/design-docs/ipc-protocol.md.
import { readdir } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const eventPipe = 0x02;
const collectTracing2 = 0x03;
const heapCollect = 0x800000n;
const informational = 4;

export async function collectGarbage(pid) {
  const socket = connect(await portOf(pid));
  socket.write(message(eventPipe, collectTracing2, startOfTrace()));
  // the trace's first bytes come when it has begun; it ends with the connection
  await new Promise((resolve, reject) => socket.once('data', resolve).once('error', reject));
  await new Promise(resolve => setTimeout(resolve, 1500));
  socket.destroy();
}

async function portOf(pid) {
  const folder = process.env.TMPDIR ?? tmpdir();
  const name = (await readdir(folder)).find(name => name.startsWith(`dotnet-diagnostic-${pid}-`));
  return join(folder, name);
}

function message(set, command, payload) {
  const header = Buffer.alloc(20);
  header.write('DOTNET_IPC_V1\0', 0, 'latin1');
  header.writeUInt16LE(20 + payload.length, 14);
  header.writeUInt8(set, 16);
  header.writeUInt8(command, 17);
  return Buffer.concat([header, payload]);
}

function startOfTrace() {
  const [bufferMegabytes, netTrace, noRundown, oneProvider] = [uint32(16), uint32(1), Buffer.from([0]), uint32(1)];
  const keywords = Buffer.alloc(8);
  keywords.writeBigUInt64LE(heapCollect);
  return Buffer.concat([bufferMegabytes, netTrace, noRundown, oneProvider, keywords, uint32(informational), text('Microsoft-Windows-DotNETRuntime'), text('')]);
}

function uint32(value) {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

/** Its length with the closing zero, and UTF-16. */
const text = value => Buffer.concat([uint32(value.length + 1), Buffer.from(`${value}\0`, 'utf16le')]);
