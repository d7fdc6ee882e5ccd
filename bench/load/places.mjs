// Where things lie that were built or installed before.
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const root = new URL('../../', import.meta.url);
const path = below => fileURLToPath(new URL(below, root));
const requireFrom = place => createRequire(path(place));

export const dashboard = path('src/Hpo.Dashboard/bin/Release/net10.0/Hpo.Dashboard.dll');
export const bench = path('bench/Hpo.Bench/bin/Release/net10.0/Hpo.Bench.dll');
export const spectators = path('bench/load/spectators.mjs');
export const signalR = () => requireFrom('src/Hpo.Dashboard/package.json')('@microsoft/signalr');
export const playwright = () => requireFrom('bench/')(path('tests/Hpo.EndToEnd.Tests/bin/Release/net10.0/.playwright/package'));
