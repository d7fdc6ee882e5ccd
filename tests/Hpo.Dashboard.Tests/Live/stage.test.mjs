// Run by StudyModelTests. Which chart has the screen to itself, from one page to the next.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import test from 'node:test';
import { pathToFileURL } from 'node:url';

const dataset = {};
let isComparison = false;
globalThis.CSS = { escape: text => text };
globalThis.document = { documentElement: { dataset }, querySelector: selector => (selector !== '.comparison-charts' || isComparison ? {} : null) };
const { currentStage, setStage, tidyStage } = await import(pathToFileURL(join(process.env.HPO_MODULES, '../presenting/stage.js')));

test('a chart that was chosen on a study does not hide those of a comparison', () => {
  isComparison = false;
  setStage('curves');
  assert.equal(currentStage(), 'curves');
  isComparison = true;
  tidyStage();
  assert.equal(currentStage(), null);
});

test('one that both pages have stays chosen', () => {
  isComparison = false;
  setStage('incumbent');
  isComparison = true;
  tidyStage();
  assert.equal(currentStage(), 'incumbent');
});
