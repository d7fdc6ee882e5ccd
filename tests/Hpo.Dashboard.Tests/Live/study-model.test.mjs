// Run by StudyModelTests, which writes the frames of scripted studies into HPO_FRAMES.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { pathToFileURL } from 'node:url';

const { StudyModel, handsIn, isFailure, lastError } = await import(pathToFileURL(join(process.env.HPO_MODULES, 'study-model.js')));
const scripts = readdirSync(process.env.HPO_FRAMES).map(file => JSON.parse(readFileSync(join(process.env.HPO_FRAMES, file), 'utf8')));

/** What a model shows, without the counters that say how it came about. */
const shown = ({ generation, revision, open, figures, ...rest }) => ({
  ...rest, open: [...open].sort((a, b) => a - b), figures: Object.fromEntries(Object.entries(figures).map(([name, { description }]) => [name, description])),
});

test('folding deltas leads to what a snapshot says, at every step', () => {
  for (const script of scripts) {
    const model = new StudyModel();
    assert.ok(model.apply(script[0].snapshot));
    for (const { delta, snapshot } of script.slice(1)) {
      assert.equal(delta.kind, 'delta');
      assert.ok(model.apply(delta));
      const fresh = new StudyModel();
      fresh.apply(snapshot);
      assert.deepEqual(shown(model), shown(fresh));
    }
    assert.equal(model.generation, 1);
    assert.ok(model.isOver);
  }
});

test('a description of a figure is sent when it has changed, and so each time with another version', () => {
  const sent = scripts.flatMap(script => script.slice(1).map(({ delta }) => delta.figures?.incumbent)).filter(Boolean);
  const deltas = scripts.reduce((sum, script) => sum + script.length - 1, 0);
  assert.ok(sent.length > 5 && sent.length < deltas / 2, `${sent.length} of ${deltas}`);
  for (const script of scripts) {
    const model = new StudyModel();
    model.apply(script[0].snapshot);
    for (const { delta } of script.slice(1)) {
      const { version, description } = model.figures.incumbent;
      model.apply(delta);
      assert.equal(model.figures.incumbent.version !== version, delta.figures?.incumbent !== undefined);
      if (delta.figures?.incumbent) assert.notDeepEqual(model.figures.incumbent.description, description);
    }
  }
});

test('a frame that does not follow is refused and changes nothing', () => {
  const model = new StudyModel();
  model.apply(scripts[0][0].snapshot);
  const before = structuredClone(shown(model));
  assert.equal(model.apply(scripts[0][2].delta), false);
  assert.deepEqual(shown(model), before);
});

test('a frame twice is refused', () => {
  const model = new StudyModel();
  model.apply(scripts[0][0].snapshot);
  assert.ok(model.apply(scripts[0][1].delta));
  assert.equal(model.apply(scripts[0][1].delta), false);
});

test('the incumbent never gets worse and is never a failed trial', () => {
  for (const script of scripts) {
    const model = new StudyModel();
    model.apply(script.at(-1).snapshot);
    model.incumbents.forEach((step, i) => {
      assert.ok(i === 0 || step.error < model.incumbents[i - 1].error);
      assert.ok(i === 0 || step.elapsed >= model.incumbents[i - 1].elapsed);
    });
    const failed = model.trials.filter(isFailure);
    assert.ok(failed.length > 0);
    for (const trial of failed) {
      assert.equal(lastError(trial), null);
      assert.equal(handsIn(trial), false);
    }
  }
});

test('a worker runs one trial at a time, and a trial one worker', () => {
  for (const script of scripts) {
    const model = new StudyModel();
    model.apply(script.at(-1).snapshot);
    assert.equal(model.workers, 3);
    const stretches = model.trials.flatMap(trial => trial.stretches);
    assert.ok(stretches.length > model.trials.length, 'no trial was ever resumed');
    for (const of of [...[0, 1, 2].map(worker => stretches.filter(stretch => stretch.worker === worker)), ...model.trials.map(trial => trial.stretches)]) {
      of.sort((a, b) => a.from - b.from).forEach((stretch, i) => {
        assert.ok(stretch.to >= stretch.from);
        assert.ok(i === 0 || stretch.from >= of[i - 1].to);
      });
    }
  }
});

test('a beat moves the time and nothing else', () => {
  const model = new StudyModel();
  model.apply(scripts[0].at(-1).snapshot);
  const { sequence, trials } = model;
  assert.ok(model.apply({ kind: 'beat', from: sequence, to: sequence, elapsed: 1e6, state: 'running', beat: 1 }));
  assert.equal(model.elapsed, 1e6);
  assert.equal(model.sequence, sequence);
  assert.equal(model.trials, trials);
});
