import { Cohorts } from 'backstage-plugin-adoption-metrics-common';
import { Sample } from '../samples';
import { Day, formatDay, startOfPeriod } from '../time';
import { suppress, suppressionOf } from './suppression';

type Cohort = Cohorts['cohorts'][number];

/**
 * Which cohorts may not be shown at the ends of which weeks. All cohorts of a
 * week add up to the people who were active in it, whose number is public, so
 * they are suppressed like groups within one. That everybody in a cohort was
 * active in its first week holds by definition, and reveals nothing.
 */
export function hiddenCells(
  samples: Sample[],
  minimumGroupSize: number,
): Set<Sample> {
  const later = samples.filter(sample => !isFirstWeek(sample));
  const weeks = [...Map.groupBy(later, ({ day }) => day).values()];
  const hidden = weeks.flatMap(cells => {
    const groups = cells.map(cell => ({
      ...groupOf(cell),
      id: cell.member,
      parentId: undefined,
    }));
    const reasons = suppress(groups, { minimumGroupSize, whole: undefined });
    return cells.filter(({ member }) => reasons.has(member));
  });
  const first = samples
    .filter(isFirstWeek)
    .filter(sample => suppressionOf(groupOf(sample), minimumGroupSize));
  return new Set([...hidden, ...first]);
}

/**
 * The people first active in one week, week by week.
 *
 * @param samples - of the ends of the weeks since, oldest first
 */
export function describeCohort(
  samples: Sample[],
  options: {
    monday: Day;
    minimumGroupSize: number;
    hidden: ReadonlySet<Sample>;
  },
): Cohort {
  const { monday, minimumGroupSize, hidden } = options;
  const week = formatDay(monday);
  const sizes = samples.map(({ denominator = 0 }) => denominator);
  if (Math.min(...sizes) < minimumGroupSize) {
    return {
      week,
      size: null,
      suppressed: 'too-few-people',
      weeks: samples.map(sample => hiddenWeek(monday, sample)),
    };
  }
  return {
    week,
    size: sizes[0],
    weeks: samples.map(sample =>
      hidden.has(sample)
        ? hiddenWeek(monday, sample)
        : shownWeek(monday, sample),
    ),
  };
}

function shownWeek(monday: Day, sample: Sample): Cohort['weeks'][number] {
  const { numerator, value } = sample;
  return {
    after: weeksAfter(monday, sample),
    active: numerator ?? null,
    share: value ?? null,
  };
}

function hiddenWeek(monday: Day, sample: Sample): Cohort['weeks'][number] {
  return { after: weeksAfter(monday, sample), active: null, share: null };
}

function weeksAfter(monday: Day, { day }: Sample): number {
  return (startOfPeriod(day, 'week') - monday) / 7;
}

function isFirstWeek({ day, member }: Sample): boolean {
  return formatDay(startOfPeriod(day, 'week')) === member;
}

function groupOf({ numerator = 0, denominator = 0 }: Sample) {
  return { size: denominator, active: numerator };
}
