// Run by StudyModelTests. What a page makes of a comparison's figures, which C# has described (Hpo.Figures.Tests hold what they are).
import assert from 'node:assert/strict';
import { join } from 'node:path';
import test from 'node:test';
import { pathToFileURL } from 'node:url';

// the little that figures ask a browser for
globalThis.matchMedia = () => ({ matches: false });
const element = () => ({ style: {}, setAttribute() {}, append() {}, getContext: () => ({ set fillStyle(_) {}, get fillStyle() { return '#102030'; } }) });
globalThis.document = { createElement: element, createElementNS: element };

const load = (folder, name) => import(pathToFileURL(join(process.env.HPO_MODULES, '..', folder, name)));
const { ComparisonModel } = await load('comparisons', 'comparison-model.js');
const { DescribedChart } = await load('comparisons', 'described-chart.js');
const { laneText } = await load('comparisons', 'race-lanes.js');
const { readView, writeView } = await load('comparisons', 'view-query.js');
const { layoutOnPage, onPage } = await load('charts', 'described-figure.js');
const { describedTable } = await load('charts', 'described-table.js');

const palette = { variable: name => ({ '--hpo-method-0': '#123456', '--surface': '#ffffff' })[name], fontSize: 27.2 };
const contest = { methods: [{ name: 'Random search' }, { name: 'Bayesian <optimisation>' }], objectives: [], isRace: true };

const layout = type => ({ xaxis: { type: 'linear' }, yaxis: { type, title: { text: 'error' } }, margin: { l: 56, b: 48, t: 6 } });
const description = (more = {}) => ({
  data: [{ name: 'a', x: [1, 2, 4], y: [0.5, 0.4, 0.4] }, { name: 'b', x: [2, 3], y: [0.1, 0.2] }], summary: 'In words.', legend: [{ text: 'dashed: the spread', mark: 'band' }], pictureTitle: 'best error so far',
  views: [{ isLog: false, isLogX: false, layout: layout('linear'), fit: { from: 0, to: 1, note: 'The beginning lies above.' } }, { isLog: true, isLogX: false, layout: layout('log'), note: 'No place for 0.' }],
  table: { caption: 'A table', x: 'trials', columns: [{ title: 'A', trace: 0, format: 'Error' }, { title: 'B', trace: 1, format: 'Share' }] }, ...more,
});
const frame = (figure, more = {}) => ({
  kind: 'figure', to: 1, state: 'running', failure: null, name: 'My comparison', done: 2, total: 4, lanes: [], view: { objective: 0, axis: 'Time', plot: 'Incumbent' }, figure, ...more,
});

function followed(figure, more) {
  const model = new ComparisonModel(contest, 'Time');
  model.apply(frame(figure, more));
  return model;
}

const chart = () => new DescribedChart('incumbent', 'Best error so far', 'Incumbent', { hasLogScale: true });
/** What a chart asks of plotly. */
const drawing = () => ({ moved: [], async move(traces) { this.moved.push([...traces]); }, async fitY(range) { this.range = range; return range !== null && !this.isChosen; } });

test('a described figure has the colours of the page and its sizes, and stays as it was described', () => {
  const trace = { name: 'a', x: [1, 2], customdata: [[1, 2]], line: { width: 2, color: 'var(--hpo-method-0)', dash: 'dot' }, fillcolor: 'color-mix(in srgb, var(--hpo-method-0) 8%, transparent)', opacity: 0.5 };
  const before = structuredClone(trace);
  const placed = onPage(trace, palette);
  assert.deepEqual(placed, { ...before, line: { width: 4, color: '#123456', dash: 'dot' }, fillcolor: 'rgba(16, 32, 48, 0.08)' });
  assert.equal(placed.x, trace.x, 'columns are not copied');
  assert.deepEqual(trace, before);
});

test('a curve over a part of another one\'s grid has its x from there', () => {
  const figure = description({ data: [{ x: [1, 2, 4, 8], y: [4, 3, 2, 1] }, { y: [3, 2] }], sharedX: [{ trace: 1, of: 0, from: 1, count: 2 }] });
  assert.deepEqual(followed(figure).figures.Incumbent.description.data[1].x, [2, 4]);
});

test('on a narrow page the y axis has no title, and margins are small', () => {
  assert.equal(layoutOnPage(layout('linear'), palette, false).yaxis.title.text, 'error');
  const narrow = layoutOnPage(layout('linear'), palette, true);
  assert.deepEqual([narrow.yaxis.title.text, narrow.margin], ['', { l: 36, b: 40, t: 6 }]);
});

test('with a mouse one zooms, with a finger the page scrolls', () => {
  assert.equal(layoutOnPage(layout('linear'), palette, false).dragmode, 'zoom');
  globalThis.matchMedia = () => ({ matches: true });
  assert.equal(layoutOnPage(layout('linear'), palette, false).dragmode, false);
  globalThis.matchMedia = () => ({ matches: false });
});

test('a table has a row where something changes, and a value holds until then', () => {
  const { data, table } = description();
  assert.deepEqual(describedTable(table, data), { caption: 'A table', columns: ['trials', 'A', 'B'], rows: [['1', '0.5000', '–'], ['2', '0.4000', '10 %'], ['3', '0.4000', '20 %']] });
});

test('a chart draws nothing before it is described, and each description anew', () => {
  const model = new ComparisonModel(contest, 'Time');
  const incumbents = chart();
  assert.equal(incumbents.isReady(model), false);
  assert.deepEqual(incumbents.tables(model), []);
  model.apply(frame(description()));
  const first = incumbents.shape(model);
  assert.ok(incumbents.isReady(model) && incumbents.hasPoints(model));
  model.apply(frame(description({ empty: 'Waiting…' })));
  assert.notEqual(incumbents.shape(model), first);
  assert.deepEqual([incumbents.hasPoints(model), incumbents.emptyText(model)], [false, 'Waiting…']);
});

test('the scale chooses among the described axes', () => {
  const [model, incumbents] = [followed(description()), chart()];
  assert.equal(incumbents.figure(model, palette, { isLog: true, isLogX: false, isNarrow: false }).layout.yaxis.type, 'log');
  assert.equal(incumbents.figure(model, palette, { isLog: false, isLogX: false, isNarrow: false }).layout.yaxis.type, 'linear');
});

test('what the picture does not show is said, unless a person has chosen to see it', async () => {
  const [model, incumbents, plot] = [followed(description()), chart(), drawing()];
  incumbents.figure(model, palette, { isLog: false, isLogX: false, isNarrow: false });
  await incumbents.advance(model, plot);
  assert.deepEqual([plot.range, incumbents.logNote(model)], [[0, 1], 'The beginning lies above.']);
  plot.isChosen = true;
  await incumbents.advance(model, plot);
  assert.equal(incumbents.logNote(model), '');
  incumbents.figure(model, palette, { isLog: true, isLogX: false, isNarrow: false });
  await incumbents.advance(model, plot);
  assert.deepEqual([plot.range, incumbents.logNote(model)], [null, 'No place for 0.']);
});

test('an axis whose ends are described keeps them', async () => {
  const fixed = { ...layout('linear'), yaxis: { ...layout('linear').yaxis, range: [2.15, 0.85], fixedrange: true } };
  const [model, ranks, plot] = [followed(description({ views: [{ isLog: false, isLogX: false, layout: fixed }] })), chart(), drawing()];
  assert.deepEqual(ranks.figure(model, palette, { isLog: false, isLogX: false, isNarrow: false }).layout.yaxis.range, [2.15, 0.85]);
  await ranks.advance(model, plot);
  assert.equal(plot.range, undefined, 'nothing else is asked for');
});

test('the legend names what is there', () => {
  const [model, { legend }] = [followed(description()), chart()];
  const band = legend.find(([mark]) => mark === 'band');
  const held = legend.find(([mark]) => mark === 'held');
  assert.deepEqual([band[2](model), band[1](model), held[2](model)], [true, 'dashed: the spread', false]);
});

test('a race leads its running curves on to now, and says what runs', async () => {
  const lane = seconds => ({ objective: 0, method: 1, repetition: 0, seconds, trials: 3, epochs: 12, newest: [{ trial: 3, epoch: 2, error: 0.21 }] });
  const running = { name: 'now', x: [2, 5, 6], y: [0.5, 0.3, 0.3], meta: { method: 1, repetition: 0, steps: 2 } };
  const model = followed(description({ data: [{ name: 'a', x: [], y: [] }, running] }), { lanes: [lane(6)] });
  const [incumbents, plot] = [chart(), drawing()];
  incumbents.figure(model, palette, { isLog: false, isLogX: false, isNarrow: false });
  await incumbents.advance(model, plot);
  model.apply({ ...frame(null), kind: 'status', lanes: [lane(9)] });
  await incumbents.advance(model, plot);
  await incumbents.advance(model, plot);
  assert.deepEqual(plot.moved.at(-1), [[1, { x: [2, 5, 9], y: [0.5, 0.3, 0.3], text: [] }]]);
  assert.equal(plot.moved.length, 2, 'what has not moved is not drawn again');
  assert.equal(laneText(lane(9)), 'repetition 1: trial 3 at epoch 2, error 0.2100; 3 trials and 12 epochs so far');
});

test('a status frame leaves the figures as they are', () => {
  const model = followed(description());
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
