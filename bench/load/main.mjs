// Reads the command line and runs what it names.
import { circuits } from './circuits.mjs';
import { live } from './live.mjs';
import { pages } from './pages.mjs';
import { training } from './training.mjs';

const scenarios = { live, training, circuits, pages };
const [name, ...rest] = process.argv.slice(2);
if (!scenarios[name] || rest.length % 2 !== 0) {
  console.error(`usage: bench/load.sh ${Object.keys(scenarios).join('|')} [--option number]`);
  process.exit(2);
}

const options = {};
for (let i = 0; i < rest.length; i += 2) options[rest[i].replace(/^--/, '')] = Number(rest[i + 1]);
await scenarios[name](options);
