import { pointsOf, toCsv } from './series';
import { DAY, dayOf, sampleOf } from './__testUtils__/samples';

describe('pointsOf', () => {
  const samples = ['2026-01-30', '2026-01-31', '2026-03-02'].map((day, index) =>
    sampleOf({ day: dayOf(day), value: index / 10 }),
  );
  const pointsFor = (
    from: string,
    to: string,
    granularity: 'day' | 'week' | 'month',
  ) =>
    pointsOf(samples, {
      days: { from: dayOf(from), to: dayOf(to) },
      granularity,
    }).map(({ from: first, to: end, value, partial }) => [
      first,
      end,
      value,
      ...(partial ? ['partial'] : []),
    ]);

  it('has a point for each day, unknown where there is no sample', () => {
    expect(pointsFor('2026-01-29', '2026-02-01', 'day')).toEqual([
      ['2026-01-29', '2026-01-30', null],
      ['2026-01-30', '2026-01-31', 0],
      ['2026-01-31', '2026-02-01', 0.1],
    ]);
  });

  it('has the newest sample of each ISO week', () => {
    expect(pointsFor('2026-01-28', '2026-02-05', 'week')).toEqual([
      ['2026-01-28', '2026-02-02', 0.1, 'partial'],
      ['2026-02-02', '2026-02-05', null, 'partial'],
    ]);
  });

  it('has the newest sample of each month', () => {
    expect(pointsFor('2026-01-01', '2026-03-03', 'month')).toEqual([
      ['2026-01-01', '2026-02-01', 0.1],
      ['2026-02-01', '2026-03-01', null],
      ['2026-03-01', '2026-03-03', 0.2, 'partial'],
    ]);
  });

  it('does not take a month of one day for a month', () => {
    expect(pointsFor('2026-01-31', '2026-02-01', 'month')).toEqual([
      ['2026-01-31', '2026-02-01', 0.1, 'partial'],
    ]);
  });

  it('says that a period ended later than its newest sample', () => {
    expect(pointsFor('2026-03-01', '2026-04-01', 'month')).toEqual([
      ['2026-03-01', '2026-04-01', 0.2, 'partial'],
    ]);
  });

  it('says where a point comes from', () => {
    const days = { from: DAY, to: DAY + 1 };
    expect(pointsOf([sampleOf()], { days, granularity: 'day' })).toEqual([
      {
        from: '2026-03-02',
        to: '2026-03-03',
        value: 0.3,
        numerator: 90,
        denominator: 300,
        sampleCount: 95,
        coverage: 1,
        state: 'provisional',
        definitionVersion: 1,
        partial: false,
      },
    ]);
  });
});

it('writes CSV with empty cells for the unknown', () => {
  const days = { from: DAY - 1, to: DAY + 1 };
  const points = pointsOf([sampleOf({ value: 0 })], {
    days,
    granularity: 'day',
  });
  const csv = toCsv({ points } as Parameters<typeof toCsv>[0]);
  expect(csv).toBe(
    'from,to,value,numerator,denominator,sampleCount,coverage,state,definitionVersion,partial\r\n' +
      '2026-03-01,2026-03-02,,,,,,,,false\r\n' +
      '2026-03-02,2026-03-03,0,90,300,95,1,provisional,1,false\r\n',
  );
});
