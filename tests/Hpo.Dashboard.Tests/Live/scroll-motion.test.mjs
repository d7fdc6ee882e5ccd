// Run by StudyModelTests. Where a table will have been scrolled to when its rows have come.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import test from 'node:test';
import { pathToFileURL } from 'node:url';

let time = 1000;
Object.defineProperty(globalThis, 'performance', { value: { now: () => time } });
const { ScrollMotion } = await import(pathToFileURL(join(process.env.HPO_MODULES, '../scroll-motion.js')));

/** What was scrolled to such places, one a frame, when rows take 40 ms. */
function scrolled(...places) {
  const motion = new ScrollMotion();
  motion.delay = 40;
  for (const place of places) {
    time += 16;
    motion.moved(place);
  }
  return motion;
}

test('who scrolls evenly is met where they will be', () => {
  assert.equal(scrolled(160, 320, 480).ahead, 1000);
  assert.equal(scrolled(480, 320, 160).ahead, -1000);
});

test('a single jump is no motion', () => {
  assert.equal(scrolled(0, 0, 200_000).ahead, 0);
  assert.ok(scrolled(0, 16, 200_000).ahead <= 100);
});

test('what stands still, or turns round, is looked at where it is', () => {
  const motion = scrolled(160, 320, 480);
  time += 101;
  assert.equal(motion.ahead, 0);
  assert.equal(scrolled(320, 480, 320).ahead, 0);
});
