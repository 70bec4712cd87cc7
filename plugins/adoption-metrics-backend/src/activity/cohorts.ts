import { Cohorts } from 'backstage-plugin-adoption-metrics-common';
import { Sample } from '../samples';
import { Day, formatDay, startOfPeriod } from '../time';
import { suppressionOf } from './suppression';

type Cohort = Cohorts['cohorts'][number];

/**
 * The people first active in one week, week by week.
 *
 * @param samples - of the ends of the weeks since, oldest first
 */
export function describeCohort(
  monday: Day,
  samples: Sample[],
  floor: number,
): Cohort {
  const week = formatDay(monday);
  const sizes = samples.map(({ denominator = 0 }) => denominator);
  if (Math.min(...sizes) < floor) {
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
      suppressionOf(groupOf(sample), floor)
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

function groupOf({ numerator = 0, denominator = 0 }: Sample) {
  return { size: denominator, active: numerator };
}
