import {
  activitySeriesFor,
  lifecycleFor,
  teamPluginUse,
  teamUse,
} from '../../__fixtures__';
import { english } from '../../__testUtils__/english';
import { historyOf } from './activityHistoryLoader';
import { heatOf } from './heat';
import { chartRows } from './lifecycleRows';

describe('historyOf', () => {
  const series = activitySeriesFor({ measure: 'weekly' });
  const [point] = series.points;
  const counted = { ...point, value: 0.05, numerator: 15, denominator: 300 };

  it('shows shares where the developers behind them are known', () => {
    const { unit, points, write } = historyOf({ ...series, points: [counted] });
    expect(unit).toBe('share');
    expect(write(points[0].value ?? 0, english.format)).toBe('5%');
  });

  it('takes a count with its developers for the share that it is', () => {
    const { points } = historyOf({
      ...series,
      points: [{ ...counted, value: 15 }],
    });
    expect(points[0].value).toBe(0.05);
  });

  it('shows people where no developers are known', () => {
    const { unit, points } = historyOf({
      ...series,
      points: [{ ...counted, value: 15, denominator: null }],
    });
    expect(unit).toBe('count');
    expect(points[0].value).toBe(15);
  });

  it('shows people of a plugin, as its table does', () => {
    const { unit, points, write } = historyOf({
      ...series,
      plugin: 'catalog',
      points: [{ ...counted, denominator: 28 }],
    });
    expect(unit).toBe('count');
    expect(write(points[0].value ?? 0, english.format)).toBe('15');
  });

  it('keeps what is unknown, and stickiness as it is', () => {
    const unknown = { ...counted, value: null };
    expect(
      historyOf({ ...series, points: [unknown, counted] }).points[0].value,
    ).toBeNull();
    const sticky = historyOf({
      ...series,
      measure: 'stickiness',
      points: [{ ...counted, value: 0.31 }],
    });
    expect(sticky.write(sticky.points[0].value ?? 0, english.format)).toBe(
      '31%',
    );
  });
});

describe('heatOf', () => {
  it('has a row by team, and the plugin with most people first', () => {
    const { rows, plugins, largest } = heatOf(
      teamPluginUse,
      teamUse.groups,
      english.format,
    );
    expect(rows.map(({ name }) => name)).toEqual([
      'Ledger',
      'Mobile',
      'Platform',
    ]);
    expect(plugins).toEqual(['catalog', 'search', 'scaffolder']);
    expect(largest).toBe(15);
    expect(rows[0].people).toEqual({ catalog: 11 });
  });

  it('keeps to the teams below one', () => {
    const { rows, plugins } = heatOf(
      teamPluginUse,
      teamUse.groups,
      english.format,
      { topId: 'group:default/payments' },
    );
    expect(rows.map(({ name }) => name)).toEqual(['Ledger']);
    expect(plugins).toEqual(['catalog']);
  });

  it('keeps to one plugin', () => {
    const { rows, plugins } = heatOf(
      teamPluginUse,
      teamUse.groups,
      english.format,
      { pluginId: 'search' },
    );
    expect(plugins).toEqual(['search']);
    expect(rows.every(({ people }) => people.search)).toBe(true);
  });
});

describe('chartRows', () => {
  it('draws who lapsed below the line', () => {
    const lifecycle = lifecycleFor('week');
    const [first] = lifecycle.periods;
    const [row] = chartRows(lifecycle, english);
    expect(row.values.lapsed).toBe(-(first.lapsed ?? NaN));
    expect(row.values.new).toBe(first.new);
    expect(row.details).toContain(`Lapsed: ${first.lapsed}`);
  });

  it('leaves a gap where nothing is known', () => {
    const row = chartRows(lifecycleFor('week'), english)[4];
    expect(Object.values(row.values)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    expect(row.details).toContain('Active developers: unknown of unknown');
  });
});
