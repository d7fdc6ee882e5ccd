// Run by StudyModelTests. What is drawn by following a study is what a late viewer gets at once; plotly itself is not needed for that.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { pathToFileURL } from 'node:url';

// the little that figures ask a browser for
globalThis.matchMedia = () => ({ matches: false });
globalThis.document = { createElement: () => ({ getContext: kind => kind === '2d' ? { fillStyle: '' } : null }) };
let time = 0;
Object.defineProperty(globalThis, 'performance', { value: { now: () => time } });

const load = name => import(pathToFileURL(join(process.env.HPO_MODULES, name)));
const { handsIn, hasLaterErrors, StudyModel } = await load('study-model.js');
const { viewOf } = await load('described-figure.js');
const { CurvesFigure } = await load('curves-figure.js');
const { IncumbentFigure } = await load('incumbent-figure.js');
const { TimelineFigure } = await load('timeline-figure.js');
const { timelineBars, barAt, blocksOf, busyShare } = await load('timeline-columns.js');
const scripts = readdirSync(process.env.HPO_FRAMES).map(file => JSON.parse(readFileSync(join(process.env.HPO_FRAMES, file), 'utf8')));

// the style in which StudyModelTests describes the figures that these are held against
const variables = {
  '--mud-palette-text-primary': '#000000', '--mud-palette-text-secondary': '#555555', '--mud-palette-lines-default': '#cccccc', '--mud-palette-surface': '#ffffff',
  '--hpo-incumbent': '#0000ff', '--hpo-trial': '#777777', '--mud-palette-error': '#ff0000', '--mud-typography-default-family': 'sans-serif',
};
const palette = { variable: name => variables[name], fontSize: 13.6 };

/** What a panel, plotly and the layer over it do with a chart, down to the points. */
class Drawing {
  view = { from: 0, to: 20, pixels: 1000 };
  zoom = { x: null, y: null };
  area = {};
  over = null;
  #key = null;

  constructor(chart, isFinal = false) {
    this.chart = chart;
    this.isFinal = isFinal;
  }

  async draw(model) {
    const key = this.chart.shape(model);
    if (key !== this.#key) {
      const { data, layout } = this.chart.figure(model, palette, { isLog: false, isFinal: this.isFinal, isNarrow: false });
      Object.assign(this, { layout, data: structuredClone(data) });
    }
    this.#key = key;
    await this.chart.advance(model, this, { draw: (area, marks) => { this.over = structuredClone(marks); } });
  }

  async fitY(range) {
    this.range = range;
    return range !== null;
  }

  async move(moved, fresh = new Map()) {
    for (const [index, points] of moved) Object.assign(this.data[index], structuredClone(points));
    for (const [index, points] of fresh) for (const name of ['x', 'y', 'text']) this.data[index][name].push(...points[name]);
  }

  get points() {
    return this.data.map(({ name, x, y, text }) => ({ name, x, y, text }));
  }

  of(name) {
    return this.data.find(trace => trace.name === name);
  }
}

/** The server writes the numbers of figures with seven digits. */
const rounded = part => typeof part === 'number' ? Number(Number(part.toPrecision(7)).toPrecision(6))
  : Array.isArray(part) ? part.map(rounded)
  : part !== null && typeof part === 'object' ? Object.fromEntries(Object.entries(part).map(([name, one]) => [name, rounded(one)]))
  : part;

const charts = { incumbent: () => new IncumbentFigure(), curves: () => new CurvesFigure(), timeline: () => new TimelineFigure(3) };

/** A model as it stood after every frame. */
function* follow(script) {
  const model = new StudyModel();
  model.apply(script[0].snapshot);
  yield [model, script[0].snapshot];
  for (const { delta, snapshot } of script.slice(1)) {
    assert.ok(model.apply(delta));
    yield [model, snapshot];
  }
}

const lateJoiner = snapshot => {
  const model = new StudyModel();
  model.apply(snapshot);
  return model;
};

for (const [name, make] of Object.entries(charts)) {
  test(`${name}: a late viewer sees what those see who followed`, async () => {
    for (const script of scripts) {
      const followed = new Drawing(make());
      for (const [model, snapshot] of follow(script)) {
        // so late that everything is drawn
        time += 10_000;
        await followed.draw(model);
        const fresh = new Drawing(make());
        await fresh.draw(lateJoiner(snapshot));
        assert.deepEqual(followed.points, fresh.points);
        assert.deepEqual(followed.layout, fresh.layout);
      }
    }
  });
}

for (const [name, make] of [...Object.entries(charts), ['final', () => new IncumbentFigure()]]) {
  test(`${name}: what stands on the page is what C# describes from the log, point by point`, () => {
    let points = 0;
    for (const step of scripts.flat()) {
      const [chart, model, described] = [make(), lateJoiner(step.snapshot), step.figures[name]];
      for (const view of described.views) {
        const { data, layout } = chart.figure(model, palette, { isLog: view.isLog, isFinal: name === 'final', isNarrow: false });
        // what the page draws over the figure is not to be seen in it
        assert.deepEqual(rounded(data.map(({ opacity, ...trace }) => trace)), rounded(described.data.map(trace => ({ text: [], ...trace }))));
        const { dragmode, ...rest } = layout;
        assert.deepEqual(rounded(rest), rounded(viewOf(described, view).layout));
        if (chart instanceof IncumbentFigure && !view.isLog) assert.deepEqual(rounded(model.fits[name]), rounded(view.fit));
        points += data.reduce((sum, { x }) => sum + x.length, 0);
      }
      assert.equal(chart.summary(model), described.summary);
      assert.equal(chart.emptyText(model), described.empty);
      assert.deepEqual(chart.legend.filter(([, , isThere]) => isThere(model)).map(([mark, text]) => ({ text: text(model), mark })), described.legend);
    }
    assert.ok(points > 1000, `${points}`);
  });
}

test('incumbent: with final errors only, the line goes through what trials ended with, for late viewers too', async () => {
  let differs = 0;
  for (const script of scripts) {
    const followed = new Drawing(new IncumbentFigure(), true);
    for (const [model, snapshot] of follow(script)) {
      time += 10_000;
      await followed.draw(model);
      const fresh = new Drawing(new IncumbentFigure(), true);
      await fresh.draw(lateJoiner(snapshot));
      assert.deepEqual(followed.points, fresh.points);
      const { y } = followed.of('best so far');
      const ends = model.ended.map(id => model.trials[id]).filter(handsIn).map(trial => trial.errors.at(-1));
      assert.deepEqual(y, ends.filter((error, i) => ends.slice(0, i).every(before => error < before)));
      if (y.at(-1) !== model.incumbent?.error && y.length > 0) differs++;
    }
  }
  assert.ok(differs > 0);
});

test('incumbent: final errors are offered once they may differ, and never taken back', () => {
  let cameAndWent = 0;
  for (const script of scripts) {
    const chart = new IncumbentFigure();
    let wasOffered = false;
    for (const [model] of follow(script)) {
      const isOffered = chart.hasFinal(model);
      assert.ok(isOffered || !wasOffered);
      assert.ok(isOffered || model.brackets.length === 0 && !hasLaterErrors(model));
      if (wasOffered && !hasLaterErrors(model)) cameAndWent++;
      wasOffered = isOffered;
    }
    assert.ok(new IncumbentFigure().hasFinal(Object.assign(new StudyModel(), { brackets: [[1, 3]] })));
  }
  assert.ok(cameAndWent > 0);
});

test('incumbent: a point that lies alone on the axis does not lie on its edge', () => {
  const model = lateJoiner(scripts[0].at(-1).snapshot);
  const { data } = new IncumbentFigure().figure(model, palette, { isLog: false, isFinal: false, isNarrow: false });
  assert.ok(data.find(trace => trace.name === 'until now').x.includes(0));
});

test('incumbent: what is new since the last drawing is drawn over it', async () => {
  const places = (...all) => all.flatMap(({ x, y }) => x.map((it, i) => `${it} ${y[i]}`)).sort();
  let over = 0;
  for (const script of scripts) {
    const drawing = new Drawing(new IncumbentFigure());
    // drawing takes so long that nothing more is drawn for the time being
    drawing.move = async (moved, fresh) => {
      time += 1e6;
      await Drawing.prototype.move.call(drawing, moved, fresh);
    };
    for (const [model, snapshot] of follow(script)) {
      time += 1000;
      await drawing.draw(model);
      const late = new Drawing(new IncumbentFigure());
      await late.draw(lateJoiner(snapshot));
      assert.deepEqual(places(drawing.of('finished'), drawing.over.dots), places(late.of('finished')));
      assert.deepEqual(drawing.over.rings, late.over.rings);
      // the steps that are drawn, and the line over them, go through every new best to now
      const seen = new Set([...places(drawing.of('best so far')), ...places(drawing.over.line)]);
      assert.ok(model.incumbents.every(step => seen.has(`${step.elapsed} ${step.error}`)));
      assert.equal(drawing.over.line.x.at(-1), model.elapsed);
      over += drawing.over.dots.x.length;
    }
  }
  assert.ok(over > 0);
});

test('incumbent: for a picture everything is drawn in the chart', async () => {
  for (const script of scripts) {
    const drawing = new Drawing(new IncumbentFigure());
    drawing.move = async (moved, fresh) => {
      time += 1e6;
      await Drawing.prototype.move.call(drawing, moved, fresh);
    };
    for (const [model, snapshot] of follow(script)) {
      await drawing.draw(model);
      if (snapshot !== script.at(-1).snapshot) continue;
      await drawing.chart.settle(model, drawing);
      const late = new Drawing(new IncumbentFigure());
      await late.draw(lateJoiner(snapshot));
      assert.deepEqual(drawing.points, late.points);
    }
  }
});

test('incumbent: a new best is told once', async () => {
  let all = 0;
  for (const script of scripts) {
    const chart = new IncumbentFigure();
    // drawing takes so long that most of them have been told before they are drawn
    const plot = { view: { from: 0, to: 20 }, zoom: {}, area: {}, fitY: async () => false, move: async () => { time += 1e6; } };
    const told = [];
    for (const [model, snapshot] of follow(script)) {
      if (snapshot === script[0].snapshot) chart.figure(model, palette, { isLog: false, isFinal: false, isNarrow: false });
      for (let again = 0; again < 2; again++) told.push(await chart.advance(model, plot, { draw() {} }));
    }
    // a trial can be the best a second time, with a smaller error
    const bests = told.filter(Boolean).map(best => `${best.trial}: ${best.error}`);
    assert.equal(new Set(bests).size, bests.length);
    all += bests.length;
  }
  assert.ok(all > 0);
});

test('curves: trials that are paused or wait to be run again carry a pause sign, stopped ones a square, running ones an open end', async () => {
  let paused = 0;
  for (const script of scripts) {
    for (const [model] of follow(script)) {
      const drawing = new Drawing(new CurvesFigure());
      await drawing.draw(model);
      const open = [...model.open].map(id => model.trials[id]).filter(trial => trial.epochs.length > 0);
      const set = (...statuses) => open.filter(trial => statuses.includes(trial.status)).map(trial => trial.errors.at(-1)).sort();
      const resting = set('paused', 'lost');
      assert.deepEqual(drawing.data.filter(trace => trace.name === 'paused at').map(trace => [...trace.y].sort()), [resting, resting]);
      assert.deepEqual([...drawing.of('running on').y].sort(), set('running'));
      const stopped = model.trials.filter(trial => trial.status === 'stopped' && trial.epochs.length > 0);
      assert.equal(drawing.of('stopped early').x.length, stopped.length);
      paused += set('paused').length;
    }
  }
  assert.ok(paused > 0);
});

test('curves: every rung but the last is a line', async () => {
  const drawing = new Drawing(new CurvesFigure());
  await drawing.draw(lateJoiner(scripts[0].at(-1).snapshot));
  assert.deepEqual(drawing.layout.shapes.filter(shape => shape.xref === 'x').map(shape => shape.x0), [1, 3]);
});

test('curves: of many finished ones those are drawn that the server sends whole', async () => {
  const snapshot = structuredClone(scripts[0].at(-1).snapshot);
  const drawn = async every => {
    snapshot.figures.curves.every = every;
    const drawing = new Drawing(new CurvesFigure());
    await drawing.draw(lateJoiner(snapshot));
    return drawing.of('finished').x.filter(x => x === null).length;
  };
  assert.ok(await drawn(4) <= 7);
  assert.ok(await drawn(4) < await drawn(1));
});

test('timeline: a bar a stretch, of the kind that says what became of it', () => {
  for (const script of scripts) {
    for (const [model] of follow(script)) {
      const bars = timelineBars(model);
      assert.equal(bars.length, model.trials.flatMap(trial => trial.stretches).length);
      for (const { trial, stretch, kind } of bars) {
        assert.equal(kind === 'running', stretch.to === null);
        if (kind === 'paused') assert.ok(trial.endedAt === null || trial.endedAt > stretch.to);
        if (kind === 'failed') assert.equal(stretch.to, trial.endedAt);
        if (stretch.to !== null && trial.id === model.incumbent?.trial) assert.equal(kind, 'best');
      }
    }
  }
});

test('timeline: pointing finds the bar, and nothing in idle time', () => {
  const model = lateJoiner(scripts[0].at(-1).snapshot);
  const bars = timelineBars(model);
  for (const bar of bars.filter(({ stretch }) => stretch.to > stretch.from)) {
    const middle = (bar.stretch.from + bar.stretch.to) / 2;
    assert.equal(barAt(bars, { x: middle, y: bar.stretch.worker + 0.3 }, model.elapsed), bar);
  }
  assert.equal(barAt(bars, { x: -1, y: 0 }, model.elapsed), null);
  const chart = new TimelineFigure(3);
  chart.figure(model, palette, { isNarrow: false });
  const [{ trial, stretch }] = bars;
  assert.match(chart.tip({ x: (stretch.from + stretch.to) / 2, y: stretch.worker }), new RegExp(`^Trial ${trial.id} on worker ${stretch.worker}`));
});

test('timeline: a narrow page has the numbers of the workers alone', () => {
  const model = lateJoiner(scripts[0].at(-1).snapshot);
  const names = isNarrow => new TimelineFigure(3).figure(model, palette, { isLog: false, isNarrow }).layout.yaxis.ticktext;
  assert.deepEqual([false, true].map(names), [['worker 0', 'worker 1', 'worker 2'], ['0', '1', '2']]);
});

test('timeline: a worker that never ran counts as idle', () => {
  const model = lateJoiner(scripts[0].at(-1).snapshot);
  assert.ok(busyShare(model, 3) > busyShare(model, 5));
  assert.ok(busyShare(model, 3) <= 1);
});

test('timeline: every bar is a block where there is room, and covered by one where it is wider than a pixel', () => {
  for (const script of scripts) {
    for (const [model] of follow(script)) {
      const bars = timelineBars(model);
      assert.equal(blocksOf(bars, model.elapsed, () => 0).length, bars.length);
      const pixel = model.elapsed / 50;
      const blocks = blocksOf(bars, model.elapsed, () => pixel);
      for (const { stretch, kind } of bars) {
        const to = stretch.to ?? model.elapsed;
        const covering = blocks.filter(block => block.worker === stretch.worker && block.kind === kind && block.from <= stretch.from && block.to >= to);
        if (to - stretch.from >= pixel) assert.equal(covering.length, 1);
      }
    }
  }
});

test('timeline: very many trials are a few blocks, of each kind its share, and what is zoomed to is drawn trial by trial', async () => {
  const isFailed = id => (id * 7919) % 100 < 10;
  const trials = Array.from({ length: 20_000 }, (_, id) => ({
    id, status: isFailed(id) ? 'failed' : 'completed', startedAt: id, endedAt: id + 0.9, stretches: [{ worker: 0, from: id, to: id + 0.9, reason: null }], epochs: [], errors: [], times: [],
  }));
  const model = Object.assign(lateJoiner(scripts[0].at(-1).snapshot), { trials, elapsed: 20_000, ended: trials.map(({ id }) => id), state: 'ended', workers: 1 });
  // the server says of so many that there is no line around a bar
  for (const trace of model.figures.timeline.description.data) trace.mode = 'none';
  const drawing = new Drawing(new TimelineFigure(1));
  const of = key => drawing.data.find(({ meta }) => meta === key);
  const blocks = key => of(key).x.filter(value => value === null).length;
  const covered = key => of(key).x.reduce((sum, x, i, all) => i % 6 === 0 ? sum + all[i + 1] - x : sum, 0);
  drawing.view = { from: 0, to: 20_000, pixels: 1000 };
  await drawing.draw(model);
  assert.ok(blocks('finished') + blocks('failed') < 1000);
  assert.ok(Math.abs(covered('failed') / 20_000 - 0.1) < 0.03, `${covered('failed')}`);
  drawing.view = { from: 9_000, to: 9_050, pixels: 1000 };
  await drawing.draw(model);
  const inSight = [...of('finished').x, ...of('failed').x].filter((x, i) => i % 6 === 0 && x >= 9_001 && x < 9_049);
  assert.deepEqual(inSight.sort((a, b) => a - b), Array.from({ length: 48 }, (_, i) => 9_001 + i));
  assert.ok(blocks('finished') + blocks('failed') < 1200);
});
