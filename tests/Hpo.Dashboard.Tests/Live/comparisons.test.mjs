// Run by StudyModelTests. What a comparison's charts draw of the server's figures; plotly itself is not needed for that.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import test from 'node:test';
import { pathToFileURL } from 'node:url';

// the little that figures ask a browser for
globalThis.matchMedia = () => ({ matches: false });
const element = () => ({ style: {}, setAttribute() {}, append() {}, getContext: () => ({ set fillStyle(_) {}, get fillStyle() { return '#102030'; } }) });
globalThis.document = { createElement: element, createElementNS: element };

const load = name => import(pathToFileURL(join(process.env.HPO_MODULES, '..', 'comparisons', name)));
const { ComparisonModel } = await load('comparison-model.js');
const { closeUp, IncumbentBands } = await load('incumbent-bands.js');
const { RankChart, TargetChart } = await load('method-curves.js');
const { laneText } = await load('race-lanes.js');
const { readView, writeView } = await load('view-query.js');

const methods = ['Random search', 'Bayesian <optimisation>'];
const palette = {
  text: '#000000', muted: '#555555', line: '#cccccc', surface: '#ffffff', methods: ['#111111', '#222222', '#333333'], fontFamily: 'sans-serif', fontSize: 14,
};
const scales = { isLog: false, isLogX: false, isNarrow: false };

const contest = (more = {}) => ({ methods, objectives: [{ type: 'branin', name: 'Branin', minimum: 0.397887 }], isRace: false, ...more });

function frame(plot, figure, more = {}) {
  const view = { objective: 0, axis: figure.axis ?? 'Time', summary: 'Mean', plot, isRegret: false };
  return { kind: 'figure', to: 1, state: 'running', failure: null, name: 'My comparison', done: 2, total: 4, lanes: [], view, minimum: null, figure, racing: [], ...more };
}

const curve = (method, center, more = {}) =>
  ({ method, center, lower: center.map(() => null), upper: center.map(() => null), repetitions: 1, missing: 0, end: 4, ...more });

function incumbents(curves, more = {}) {
  const model = new ComparisonModel(contest(), 'Time');
  model.apply(frame('Incumbent', { axis: 'Time', summary: 'Mean', grid: [1, 2, 3, 4], curves }, more));
  return model;
}

const draw = (chart, model) => chart.figure(model, palette, scales).data;
const trace = (data, name) => data.find(it => it.name === name);

test('incumbents: nothing is drawn before a curve begins, and no point has a value that the server did not send', () => {
  const data = draw(new IncumbentBands(methods), incumbents([curve(0, [null, null, 0.5, 0.4]), curve(1, [0.9, 0.9, 0.8, 0.8])]));
  assert.deepEqual(trace(data, 'Random search').x, [3, 4]);
  assert.deepEqual(trace(data, 'Random search').y, [0.5, 0.4]);
  assert.deepEqual(trace(data, 'Bayesian &lt;optimisation&gt;').x, [1, 2, 3, 4]);
  for (const { line } of data) assert.equal(line.shape, 'hv');
});

test('incumbents: a beginning that would flatten the rest lies above the picture, and one that would not is in it', () => {
  const grid = Array.from({ length: 20 }, (_, i) => i + 1);
  const falling = first => ({ grid, curves: [curve(0, grid.map(x => x < 2 ? first : 0.2 - (0.005 * x)))] });
  const { range: [from, to], isCut } = closeUp(falling(0.9));
  assert.ok(isCut);
  assert.ok(from < 0.1 && to > 0.185 && to < 0.2, `${from} to ${to}`);
  assert.equal(closeUp(falling(0.21)), null);
  assert.equal(closeUp({ grid, curves: [curve(0, grid.map(() => null))] }), null);
  assert.equal(closeUp({ grid, curves: [curve(0, grid.map(x => x < 2 ? 0.9 : 0.2))] }), null, 'a flat rest has no extent to close up on');
  assert.deepEqual(closeUp({ grid: [], curves: [] }, [{ steps: [[3, 0.5]] }]), { range: [0.45, 0.55], isCut: false }, 'a single value is not drawn on a scale of whole units');
});

test('incumbents: one repetition has no band, several have dashed edges', () => {
  const one = draw(new IncumbentBands(methods), incumbents([curve(0, [0.5, 0.5, 0.5, 0.4])]));
  assert.deepEqual(trace(one, 'Random search: lower').x, []);
  const several = draw(new IncumbentBands(methods), incumbents([curve(0, [0.5, 0.5, 0.5, 0.4], { lower: [0.4, 0.4, 0.4, 0.3], upper: [0.6, 0.6, 0.6, 0.5] })]));
  assert.deepEqual(trace(several, 'Random search: lower').y, [0.4, 0.4, 0.4, 0.3]);
  assert.equal(trace(several, 'Random search: upper').line.dash, 'dash');
});

test('incumbents: where all repetitions had ended the curve is held, thin and without a band', () => {
  const data = draw(new IncumbentBands(methods), incumbents([curve(0, [0.5, 0.4, 0.4, 0.4], { end: 2, lower: [0.4, 0.3, 0.3, 0.3], upper: [0.6, 0.5, 0.5, 0.5] })]));
  assert.deepEqual(trace(data, 'Random search').x, [1, 2]);
  assert.deepEqual(trace(data, 'Random search: held').x, [2, 3, 4]);
  assert.deepEqual(trace(data, 'Random search: lower').x, [1, 2]);
});

test('a method has the same colour and mark on all charts, whatever comes and goes', () => {
  const model = incumbents([curve(1, [0.5, 0.5, 0.5, 0.4])]);
  const figure = { axis: 'Time', grid: [1, 2], curves: [{ method: 0, values: [1, 2] }, { method: 1, values: [2, 1] }], repetitions: 3, failed: 0 };
  model.apply(frame('Rank', figure));
  model.apply(frame('Targets', { ...figure, targets: [] }));
  for (const [method, name] of ['Random search', 'Bayesian &lt;optimisation&gt;'].entries()) {
    const lines = [new IncumbentBands(methods), new RankChart(methods), new TargetChart(methods)].map(chart => trace(draw(chart, model), name));
    assert.deepEqual(new Set(lines.map(({ line }) => line.color)), new Set([palette.methods[method]]));
    assert.equal(new Set(lines.map(({ marker }) => marker.symbol)).size, 1);
  }
});

test('ranks: the best is on top, and in words first', () => {
  const model = incumbents([]);
  model.apply(frame('Rank', { axis: 'Trials', grid: [1, 20], curves: [{ method: 0, values: [1.5, 2] }, { method: 1, values: [1.5, 1] }], repetitions: 3, failed: 1 }));
  const chart = new RankChart(methods);
  const { range } = chart.figure(model, palette, scales).layout.yaxis;
  assert.ok(range[0] > range[1]);
  assert.equal(chart.summary(model), 'After 20 trials: Bayesian <optimisation> 1.00; Random search 2.00. Over 3 repetitions that every method has finished; 1 left out, because a method failed.');
});

test('the zoom stays while results arrive, and is another on another axis', () => {
  const revision = axis => {
    const model = new ComparisonModel(contest(), axis);
    model.apply(frame('Incumbent', { axis, summary: 'Mean', grid: [1, 2], curves: [curve(0, [0.5, 0.4])] }));
    const { layout } = new IncumbentBands(methods).figure(model, palette, scales);
    return [layout.xaxis.uirevision, layout.yaxis.uirevision];
  };
  assert.deepEqual(revision('Time'), revision('Time'));
  assert.notEqual(revision('Time')[0], revision('Epochs')[0]);
  assert.equal(revision('Time')[1], revision('Epochs')[1]);
});

test('tables have a row where something changes', () => {
  const [{ columns, rows }] = new IncumbentBands(methods).tables(incumbents([curve(0, [0.5, 0.5, 0.4, 0.4])]));
  assert.deepEqual(columns, ['simulated seconds', 'Random search', 'from', 'to']);
  assert.deepEqual(rows, [['1', '0.5000', '–', '–'], ['3', '0.4000', '–', '–']]);
});

test('a race shows the running curves until now, and says what runs', () => {
  const lanes = [{ objective: 0, method: 1, repetition: 0, seconds: 9, trials: 3, epochs: 12, newest: [{ trial: 3, epoch: 2, error: 0.21 }] }];
  const model = new ComparisonModel(contest({ isRace: true }), 'Time');
  model.apply(frame('Incumbent', { axis: 'Time', summary: 'Mean', grid: [], curves: [] }, { lanes, racing: [{ method: 1, repetition: 0, steps: [[2, 0.5], [5, 0.3]] }] }));
  const running = trace(draw(new IncumbentBands(methods), model), 'Bayesian &lt;optimisation&gt;: now');
  assert.deepEqual([running.x, running.y], [[2, 5, 9], [0.5, 0.3, 0.3]]);
  assert.equal(laneText(lanes[0]), 'repetition 1: trial 3 at epoch 2, error 0.2100; 3 trials and 12 epochs so far');
});

test('what cannot be drawn on a log scale is said', () => {
  const chart = new IncumbentBands(methods);
  const model = incumbents([curve(0, [0.5, 0.4, 0.4, 0.4], { lower: [0.1, -0.1, -0.1, -0.1], upper: [1, 1, 1, 1] })]);
  assert.equal(chart.logNote(model, { isLog: false, isLogX: false }), '');
  assert.match(chart.logNote(model, { isLog: true, isLogX: false }), /lower edge/);
});

test('a status frame leaves the figures as they are', () => {
  const model = incumbents([curve(0, [0.5, 0.4, 0.4, 0.4])]);
  const before = structuredClone(model.figures);
  model.apply({ kind: 'status', to: 2, state: 'ended', failure: null, name: 'Another name', done: 4, total: 4, lanes: [] });
  assert.deepEqual(model.figures, before);
  assert.ok(model.isOver);
  assert.equal(model.name, 'Another name');
});

test('an address holds the view, leaves out what is usual, and keeps what is not ours', () => {
  const usual = readView('');
  assert.equal(writeView(usual, ''), '');
  const view = { objective: 'hartmann-6', axis: 'Epochs', summary: 'InterquartileMean', regret: false, isLog: true, isLogX: true };
  assert.deepEqual(readView(writeView(view, '?theme=dark')), view);
  assert.match(writeView(view, '?theme=dark'), /theme=dark/);
  assert.deepEqual(readView('?axis=nonsense&summary=1'), usual);
});
