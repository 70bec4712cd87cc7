import type {
  Series,
  SeriesPoint,
} from 'backstage-plugin-adoption-metrics-common';
import { english } from '../../__testUtils__/english';
import { seriesFor } from '../../__fixtures__';
import { definitionChanges, historyRows, periodName } from './historyRows';
import { axisTicks } from './historyScale';

function seriesOf(points: Array<Partial<SeriesPoint>>): Series {
  const series = seriesFor({ metric: 'active-users' });
  return {
    ...series,
    points: points.map((point, index) => ({
      ...series.points[index],
      ...point,
    })),
  };
}

describe('historyRows', () => {
  it('parts final from provisional days, and lets the lines meet', () => {
    const series = seriesOf([
      { value: 0.1, state: 'final' },
      { value: 0.2, state: 'final' },
      { value: 0.3, state: 'provisional' },
    ]);
    expect(historyRows(series)).toMatchObject([
      { final: 10, open: undefined },
      { final: 20, open: 20 },
      { final: undefined, open: 30 },
    ]);
  });

  it('leaves a gap where nothing is known', () => {
    const [row] = historyRows(seriesOf([{ value: null, state: null }]));
    expect(row.final).toBeUndefined();
    expect(row.open).toBeUndefined();
  });
});

describe('definitionChanges', () => {
  it('finds where another definition begins, also across a gap', () => {
    const { points } = seriesOf([
      { definitionVersion: 1 },
      { definitionVersion: null },
      { definitionVersion: 2 },
      { definitionVersion: 2 },
    ]);
    expect(definitionChanges(points)).toEqual([points[2]]);
  });
});

describe('axisTicks', () => {
  it('covers the target even when all values are far away', () => {
    expect(axisTicks(seriesOf([{ value: 0.08 }, { value: 0.1 }]))).toEqual([
      0, 10, 20, 30,
    ]);
  });

  it('covers values above the target', () => {
    const series = seriesFor({ metric: 'page-load' });
    const points = [{ ...series.points[0], value: 11.2 }];
    expect(axisTicks({ ...series, points })).toEqual([0, 5, 10, 15]);
  });

  it('begins close below the values of an uptime', () => {
    const series = seriesFor({ metric: 'uptime' });
    const points = [{ ...series.points[0], value: 0.9979 }];
    const ticks = axisTicks({ ...series, points });
    expect(ticks[0]).toBeGreaterThan(99);
    expect(ticks[0]).toBeLessThanOrEqual(99.79);
    expect(ticks[ticks.length - 1]).toBe(100);
  });

  it('has an axis for a perfect uptime', () => {
    const series = seriesFor({ metric: 'uptime' });
    const target = { operator: '>=' as const, value: 1 };
    const points = [{ ...series.points[0], value: 1 }];
    const ticks = axisTicks({ ...series, target, points });
    expect(ticks).toEqual([100]);
  });
});

describe('periodName', () => {
  const [point] = seriesOf([{ from: '2026-11-16' }]).points;

  it.each([
    ['day' as const, 'Mon, Nov 16, 2026'],
    ['week' as const, 'Week of Mon, Nov 16, 2026'],
    ['month' as const, 'Nov 2026'],
  ])('names a %s', (granularity, name) => {
    expect(periodName(point, granularity, english)).toBe(name);
  });
});
