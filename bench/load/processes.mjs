// What the kernel says about processes.
import { readFile, readdir } from 'node:fs/promises';

const ticksPerSecond = 100;

/** The fields of /proc/PID/stat after the command's name; null when the process is gone. */
async function stat(pid) {
  try {
    const text = await readFile(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return null;
  }
}

/** Seconds of CPU that a process has used. */
export async function cpuSeconds(pid) {
  const fields = await stat(pid);
  return fields ? (Number(fields[11]) + Number(fields[12])) / ticksPerSecond : 0;
}

/** Seconds of CPU of this process and all that descend from it, but for those below one of them; ended children count with their parents. */
export async function cpuOfClients(exceptPid) {
  const parents = new Map();
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const fields = await stat(name);
    if (fields) parents.set(Number(name), { parent: Number(fields[1]), cpu: fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0) / ticksPerSecond });
  }
  const isClient = pid => pid === process.pid || (pid !== exceptPid && parents.has(pid) && isClient(parents.get(pid).parent));
  return [...parents].filter(([pid]) => isClient(pid)).reduce((sum, [, { cpu }]) => sum + cpu, 0);
}
