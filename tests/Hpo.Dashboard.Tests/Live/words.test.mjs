// Run by StudyModelTests: the browser's words against those of C#, case by case (WordsTable.cs).
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { pathToFileURL } from 'node:url';

const load = name => import(pathToFileURL(join(process.env.HPO_MODULES, name)));
const { clock, count, elapsedText, endedCount, errorText, errorWords, seconds, statusCounts, statusText, valueText, within } = await load('format.js');
const { stateText, stateTone } = await load('../watch/study-words.js');
const { stateText: comparisonWord, stateTone: comparisonTone } = await load('../comparisons/comparison-words.js');
const { StudyModel } = await load('study-model.js');
const table = JSON.parse(readFileSync(process.env.HPO_WORDS, 'utf8'));

/** @param {{number: number, text: string}[]} cases */
function agrees(cases, words) {
  assert.ok(cases.length > 5);
  assert.deepEqual(cases.map(({ number }) => `${number}: ${words(number)}`), cases.map(({ number, text }) => `${number}: ${text}`));
}

test('numbers, times and counts read as on the dashboard\'s pages', () => {
  agrees(table.errors, errorText);
  agrees(table.values, valueText);
  agrees(table.times, seconds);
  agrees(table.clocks, clock);
  agrees(table.counts, n => count(n, 'trial'));
  agrees(table.times, time => elapsedText(time, true));
  agrees(table.clocks, time => elapsedText(time, false));
  assert.deepEqual([errorText(null), seconds(null), valueText(null), valueText('relu'), valueText(true)], ['–', '–', '–', 'relu', 'true']);
});

test('every status of a trial has its one word, whatever its study does', () => {
  for (const { status, state, word, within: inside } of table.trials) {
    assert.equal(statusText(status, state), word);
    assert.equal(within(word), inside);
  }
});

test('every state and every end of a study has its one word and its colour', () => {
  for (const { state, outcome, hasResult, word, tone } of table.studies) {
    const model = { state, outcome, failure: null, incumbent: hasResult ? { error: 0.5 } : null };
    assert.deepEqual([state, outcome, stateText(model), stateTone(model)], [state, outcome, word, tone]);
  }
  const failed = { state: 'running', outcome: null, failure: 'The disk is full.', incumbent: null };
  assert.deepEqual([stateText(failed), stateTone(failed)], ['Log failed', 'bad']);
});

test('every state and every end of a comparison has its one word and its colour', () => {
  assert.ok(table.comparisons.length > 3);
  for (const { state, outcome, word, tone } of table.comparisons) {
    assert.deepEqual([state, outcome, comparisonWord({ state, outcome }), comparisonTone({ state, outcome })], [state, outcome, word, tone]);
  }
});

test('some of the errors that are told are two', () => {
  const all = table.progress.flatMap(({ errors }) => errors);
  for (const end of ['at the end', 'now', 'then failed']) assert.ok(all.some(words => words.endsWith(end)), end);
});

test('what is counted and said of errors is the same, at every moment of a study', () => {
  for (const { frame, ended, told, errors } of table.progress) {
    const model = new StudyModel();
    model.apply(frame);
    assert.equal(endedCount(model), ended);
    assert.deepEqual(statusCounts(model), told);
    assert.deepEqual(model.trials.map(errorWords), errors);
  }
});
