import {
  Cohorts,
  Lifecycle,
  LifecycleGranularity,
  Onboarding,
} from 'backstage-plugin-adoption-metrics-common';
import { describeDays, Sample } from '../samples';
import { Day, formatDay, Interval, startOfPeriod } from '../time';
import { describeCohort, hiddenCells } from './cohorts';
import {
  dimensions,
  lifecycleKinds,
  METRIC,
  ONBOARDING_DAYS,
} from './dimensions';
import { describeJoiners } from './onboarding';
import { lastPeriodEnd, periodOf } from './periods';
import { lastDayOf, ReportSources } from './report';

/** Reports how people come, stay, and go. */
export class LifecycleReporter {
  constructor(private readonly sources: ReportSources) {}

  /** The periods whose last day is among `days`. */
  async lifecycle(
    granularity: LifecycleGranularity,
    days: Interval,
  ): Promise<Lifecycle> {
    const samples = await this.sources.samples.history({
      metric: METRIC,
      dimension: dimensions.lifecycle(granularity),
      days,
    });
    const byDay = Map.groupBy(samples, ({ day }) => day);
    return {
      ...describeDays(this.sources, days),
      granularity,
      periods: [...byDay].map(([day, kinds]) =>
        describePeriod(periodOf(day, granularity), kinds),
      ),
    };
  }

  /** The cohorts whose first Monday is among `days`. */
  async cohorts(days: Interval): Promise<Cohorts> {
    const { minimumGroupSize } = this.sources;
    const lastDay = await lastDayOf(this.sources);
    const samples = await this.sources.samples.history({
      metric: METRIC,
      dimension: dimensions.cohort,
      days: { from: days.from, to: lastDay + 1 },
    });
    const hidden = hiddenCells(samples, minimumGroupSize);
    const byCohort = Map.groupBy(samples, ({ member }) => member);
    return {
      ...describeDays(this.sources, days),
      minimumGroupSize,
      cohorts: mondaysOf(days).flatMap(monday => {
        const weeks = byCohort.get(formatDay(monday));
        return weeks
          ? [describeCohort(weeks, { monday, minimumGroupSize, hidden })]
          : [];
      }),
    };
  }

  /** How soon people who joined use the portal, by month of joining. */
  async onboarding(): Promise<Onboarding> {
    const { samples, minimumGroupSize } = this.sources;
    const day = lastPeriodEnd(await lastDayOf(this.sources), 'week');
    const measured = await samples.ofDay(METRIC, day, [
      dimensions.onboarding,
      ...ONBOARDING_DAYS.map(dimensions.onboardingWithin),
    ]);
    const byMonth = Map.groupBy(measured, ({ member }) => member);
    const [first = formatDay(startOfPeriod(day, 'month'))] = byMonth.keys();
    return {
      ...describeDays(this.sources, { from: day, to: day + 1 }),
      from: first,
      minimumGroupSize,
      months: [...byMonth].map(([month, cells]) =>
        describeJoiners(month, cells, minimumGroupSize),
      ),
    };
  }
}

function mondaysOf({ from, to }: Interval): Day[] {
  const mondays: Day[] = [];
  for (let day = startOfPeriod(from + 6, 'week'); day < to; day += 7) {
    mondays.push(day);
  }
  return mondays;
}

function describePeriod(
  period: Interval,
  samples: Sample[],
): Lifecycle['periods'][number] {
  const counts = lifecycleKinds.map(kind => [
    kind,
    samples.find(({ member }) => member === kind)?.numerator ?? null,
  ]);
  return {
    from: formatDay(period.from),
    to: formatDay(period.to),
    developers: samples[0]?.denominator ?? null,
    ...Object.fromEntries(counts),
  };
}
