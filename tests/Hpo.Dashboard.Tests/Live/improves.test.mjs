// Run by StudyModelTests: the browser's rule of a new best against the table that holds the engine's (improvements.json).
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { pathToFileURL } from 'node:url';

const { improves } = await import(pathToFileURL(join(process.env.HPO_MODULES, 'improves.js')));
const cases = JSON.parse(readFileSync(new URL('improvements.json', import.meta.url), 'utf8'));
const number = value => value === null ? null : Number(value);

test('only a strictly smaller finite error is a new best', () => {
  assert.ok(cases.length > 10);
  for (const { error, best, improves: expected } of cases) assert.equal(improves(number(error), number(best)), expected, `${error} after ${best}`);
});

test('a trial that handed in no error is none', () => assert.equal(improves(null, 0.5) || improves(null, null), false));
