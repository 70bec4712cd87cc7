import { Sample } from '../samples';
import { sampleOf } from '../samples/__testUtils__/samples';
import { parseDay } from '../time';
import { describeCohort, hiddenCells } from './cohorts';

const MONDAY = parseDay('2026-03-02')!;
const MINIMUM_GROUP_SIZE = 5;

/** A cohort of the week from `MONDAY`, so many weeks later or earlier. */
function cell(
  cohort: number,
  after: number,
  counts: { active: number; size: number },
): Sample {
  const monday = MONDAY + 7 * cohort;
  return sampleOf({
    dimension: 'cohort',
    member: new Date(monday * 86_400_000).toISOString().slice(0, 10),
    day: monday + 7 * after + 6,
    numerator: counts.active,
    denominator: counts.size,
    value: counts.active / counts.size,
  });
}

function describeFirst(samples: Sample[]) {
  return describeCohort(
    samples.filter(({ member }) => member === '2026-03-02'),
    {
      monday: MONDAY,
      minimumGroupSize: MINIMUM_GROUP_SIZE,
      hidden: hiddenCells(samples, MINIMUM_GROUP_SIZE),
    },
  );
}

describe('cohorts', () => {
  it('are shown week by week', () => {
    const weeks = [
      cell(0, 0, { active: 12, size: 12 }),
      cell(0, 1, { active: 3, size: 11 }),
    ];
    expect(describeFirst(weeks)).toEqual({
      week: '2026-03-02',
      size: 12,
      weeks: [
        { after: 0, active: 12, share: 1 },
        { after: 1, active: 3, share: 3 / 11 },
      ],
    });
  });

  it('are hidden as soon as they are too small', () => {
    const weeks = [
      cell(0, 0, { active: 5, size: 5 }),
      cell(0, 1, { active: 3, size: 4 }),
    ];
    const hidden = { active: null, share: null };
    expect(describeFirst(weeks)).toEqual({
      week: '2026-03-02',
      size: null,
      suppressed: 'too-few-people',
      weeks: [0, 1].map(after => ({ after, ...hidden })),
    });
  });

  it('hide weeks in which nobody or everybody in a small cohort was active', () => {
    const weeks = [
      cell(0, 0, { active: 9, size: 9 }),
      cell(0, 1, { active: 0, size: 9 }),
      cell(0, 2, { active: 1, size: 9 }),
    ];
    const active = describeFirst(weeks).weeks.map(week => week.active);
    expect(active).toEqual([null, null, 1]);
  });

  it('are hidden beside a single hidden one that the sum would reveal', () => {
    const others = [cell(-1, 2, { active: 2, size: 4 })];
    const large = cell(-2, 3, { active: 20, size: 40 });
    const weeks = [cell(0, 1, { active: 6, size: 12 }), large, ...others];
    expect(describeFirst(weeks).weeks).toEqual([
      { after: 1, active: null, share: null },
    ]);
    expect(hiddenCells(weeks, MINIMUM_GROUP_SIZE)).not.toContain(large);
    const newest = [cell(1, 0, { active: 2, size: 2 }), weeks[0], large];
    expect(describeFirst(newest).weeks[0].active).toBe(6);
  });
});
