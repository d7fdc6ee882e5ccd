// A number of each method against what was spent: the average rank, or the share of targets hit.
import { escape } from '../charts/figure-layout.js';
import { count, valueText } from '../charts/format.js';
import { addPoint, Moving, noPoints } from '../charts/points.js';
import { costLayout, methodLegend, methodLine, pictureLayout } from './comparison-layout.js';
import { axisTitle, costText } from './cost-axes.js';

class MethodCurves {
  hasLogScale = false;
  hasLogX = true;
  #moving = new Moving();

  /** @param {string[]} methods their names */
  constructor(methods) {
    this.legend = methodLegend(methods);
  }

  shape(model) {
    const { objective, axis } = this.of(model);
    return [objective, axis].join();
  }

  hasPoints(model) {
    return this.of(model).repetitions > 0 && this.of(model).grid.length > 0;
  }

  emptyText(model) {
    return model.isOver ? 'No repetition was finished by every method.' : 'Waiting until every method has finished a repetition…';
  }

  figure(model, palette, scales) {
    this.#moving = new Moving();
    const points = this.#moving.changed(this.#points(model));
    const data = model.methods.map((name, method) => ({
      ...methodLine(method, palette, model.isRace), name: escape(name), hovertemplate: `${escape(name)}: %{text}<extra></extra>`, showlegend: true, ...points.get(method),
    }));
    const layout = costLayout(this.of(model), palette, { ...scales, isRace: model.isRace, isLog: false, yTitle: this.yTitle() });
    Object.assign(layout.yaxis, this.yAxis(model));
    return { data, layout };
  }

  async advance(model, plot) {
    await plot.move(this.#moving.changed(this.#points(model)));
    return null;
  }

  summary(model) {
    const { grid, axis, curves, repetitions, failed } = this.of(model);
    if (repetitions === 0 || grid.length === 0) return '';
    const last = curves.map(({ method, values }) => ({ name: model.methods[method], value: values.at(-1) })).filter(({ value }) => value !== null);
    last.sort((a, b) => this.isBest(a.value, b.value));
    return [
      `After ${costText(grid.at(-1), axis)}: ${last.map(({ name, value }) => `${name} ${this.text(value)}`).join('; ')}.`,
      `Over ${count(repetitions, 'repetition')} that every method has finished${failed ? `; ${failed} left out, because a method failed` : ''}.`,
    ].join(' ');
  }

  logNote(model, { isLogX }) {
    return isLogX && this.of(model).grid[0] <= 0 ? 'What happened at 0 has no place on a log scale.' : '';
  }

  pictureLayout(model) {
    return pictureLayout(model, this.title.toLowerCase());
  }

  tables(model) {
    const { grid, axis, curves } = this.of(model);
    const key = i => curves.map(({ values }) => values[i]).join();
    const rows = grid.map((_, i) => i).filter(i => i === 0 || key(i) !== key(i - 1));
    return [{
      caption: `${this.title}; a value holds until the next line`,
      columns: [axisTitle(axis, model.isRace), ...curves.map(({ method }) => model.methods[method])],
      rows: rows.map(i => [valueText(grid[i]), ...curves.map(({ values }) => values[i] === null ? '–' : this.text(values[i]))]),
    }];
  }

  #points(model) {
    const { grid, curves } = this.of(model);
    return new Map(curves.map(({ method, values }) => {
      const points = noPoints();
      grid.forEach((cost, i) => {
        if (values[i] !== null) addPoint(points, cost, values[i], this.text(values[i]));
      });
      return [method, points];
    }));
  }
}

export class RankChart extends MethodCurves {
  name = 'ranks';
  title = 'Average rank';
  yTitle = () => 'average rank, 1 is best';
  of = model => model.figures.Rank;
  isBest = (a, b) => a - b;
  text = value => value.toFixed(2);
  // the best on top
  yAxis = model => ({ range: [model.methods.length + 0.15, 0.85], dtick: model.methods.length > 6 ? 2 : 1, tick0: 1, fixedrange: true });
}

export class TargetChart extends MethodCurves {
  name = 'targets';
  title = 'Targets hit';
  yTitle = () => 'share of targets hit';
  of = model => model.figures.Targets;
  isBest = (a, b) => b - a;
  text = value => `${Math.round(100 * value)} %`;
  yAxis = () => ({ range: [-0.02, 1.02], tickformat: ',.0%', fixedrange: true });
}
