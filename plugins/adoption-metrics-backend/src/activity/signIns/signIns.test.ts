import { foreignSignIns } from './signIns';

const of = (days: number, people: number, developers: number) => ({
  days,
  people,
  developers,
});

describe('foreignSignIns', () => {
  it.each([
    ['nobody comes', [of(28, 0, 0), of(7, 0, 0)], undefined],
    ['four come, and none is known', [of(28, 4, 0)], undefined],
    ['five come, and none is known', [of(28, 5, 0)], 28],
    ['nearly none is known', [of(28, 250, 25)], 28],
    ['some are known', [of(28, 250, 26)], undefined],
    ['all are known', [of(28, 25, 25), of(7, 12, 12)], undefined],
    ['nine others come in a week', [of(28, 34, 25), of(7, 9, 0)], undefined],
    ['names change in the last week', [of(28, 50, 25), of(7, 25, 0)], 7],
  ])('judges that %s', (_, all, days) => {
    expect(foreignSignIns(all)?.days).toBe(days);
  });
});
