// Run by StudyModelTests: what spectators read, on frames of this server.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { pathToFileURL } from 'node:url';

const load = name => import(pathToFileURL(join(process.env.HPO_MODULES, name)));
const { StudyModel } = await load('study-model.js');
const { columnsOf, firstOrder, nextOrder, sortTrials } = await load('../watch/trial-rows.js');
const { statusCounts } = await load('format.js');
const { stateText, trialsText, watchersText } = await load('../watch/study-words.js');
const { Following } = await load('../watch/following.js');

const scripts = readdirSync(process.env.HPO_FRAMES).map(file => JSON.parse(readFileSync(join(process.env.HPO_FRAMES, file), 'utf8')));
const modelOf = snapshot => {
  const model = new StudyModel();
  model.apply(snapshot);
  return model;
};

test('the table has a column for everything, and every order holds every trial once, what is missing last', () => {
  for (const script of scripts) {
    const model = modelOf(script.at(-1).snapshot);
    const columns = columnsOf(model);
    assert.deepEqual(columns.slice(0, 2).map(column => column.key), ['trial', 'status']);
    assert.ok(columns.some(column => column.title === 'learning_rate' && column.isNumeric));
    assert.ok(columns.some(column => column.title === 'kind' && !column.isNumeric));
    for (const column of columns) {
      for (const isDescending of [false, true]) {
        const sorted = sortTrials(model.trials, column, isDescending);
        assert.deepEqual(sorted.map(trial => trial.id).sort((a, b) => a - b), model.trials.map(trial => trial.id));
        const values = sorted.map(column.value);
        const firstMissing = values.indexOf(null);
        assert.ok(firstMissing < 0 || values.slice(firstMissing).every(value => value === null));
        if (column.isNumeric) {
          const there = values.filter(value => value !== null);
          there.forEach((value, i) => assert.ok(i === 0 || (isDescending ? value <= there[i - 1] : value >= there[i - 1])));
        }
      }
    }
  }
});

test('trials that failed before they handed in an error have none to be sorted by', () => {
  const model = modelOf(scripts[0].at(-1).snapshot);
  const error = columnsOf(model).find(column => column.key === 'error');

  assert.ok(model.trials.filter(trial => trial.best === null && (trial.status === 'failed' || trial.status === 'notANumber')).every(trial => error.value(trial) === null));
});

test('a heading turns its order round; another begins with its best end', () => {
  const [trial, , error] = columnsOf(modelOf(scripts[0][0].snapshot));

  assert.deepEqual(nextOrder(firstOrder, trial), { key: 'trial', isDescending: false });
  assert.deepEqual(nextOrder(firstOrder, error), { key: 'error', isDescending: false });
  assert.deepEqual(nextOrder({ key: 'error', isDescending: false }, error), { key: 'error', isDescending: true });
});

test('the presenter is not counted among those who watch', () => {
  assert.deepEqual([{ watching: 0 }, { watching: 1 }, { watching: 3 }].map(watchersText), ['0 watch', '1 watches', '3 watch']);
});

test('a study is told in words at every moment', () => {
  for (const script of scripts) {
    for (const { snapshot } of script) {
      const model = modelOf(snapshot);
      assert.match(stateText(model), /^[A-Z][a-z ]+$/);
      assert.equal(trialsText(model, 25), `${model.ended.length} of 25`);
      assert.ok(statusCounts(model).every(({ word, count }) => count > 0 && /^[A-Z]/.test(word)));
    }
    assert.equal(stateText(modelOf(script.at(-1).snapshot)), 'Stopped');
  }
  assert.equal(stateText({ state: 'running', failure: 'The disk is full.' }), 'Log failed');
});

test('a spectator follows until they look around, and again when they say so', () => {
  const following = new Following();
  following.lookAround();
  assert.equal(following.shown, null);
  const view = { stage: 'curves' };
  following.lead(view);
  assert.equal(following.shown, view);

  following.lookAround();
  following.lead({ stage: 'incumbent' });
  assert.equal(following.shown, null);
  assert.ok(following.isLed);

  following.toggle();
  assert.deepEqual(following.shown, { stage: 'incumbent' });
  following.lead(null);
  assert.equal(following.isLed, false);
  assert.equal(following.shown, null);
});
