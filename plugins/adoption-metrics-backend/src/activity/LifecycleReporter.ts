import {
  BreakdownStatus,
  Cohorts,
  Lifecycle,
  BreakdownGranularity,
  Onboarding,
} from 'backstage-plugin-adoption-metrics-common';
import { describeDays, Sample } from '../samples';
import { formatDay, Interval, trailingDays } from '../time';
import {
  dimensions,
  lifecycleKinds,
  METRIC,
  ONBOARDING_DAYS,
  WINDOW_DAYS,
} from './dimensions';
import { describeCohort, describeOnboarding } from './joining/describeJoining';
import { JoiningRange, JoiningStore } from './joining/JoiningStore';
import { periodOf } from './periods';
import { lastDayOf, ReportSources } from './report';

/** Reports how people join, stay, and leave. */
export class LifecycleReporter {
  constructor(
    private readonly sources: ReportSources & { joining: JoiningStore },
  ) {}

  /** Lifecycle in all periods within `days`. */
  async lifecycle(
    granularity: BreakdownGranularity,
    days: Interval,
  ): Promise<Lifecycle> {
    const { samples, minimumGroupSize } = this.sources;
    const found = await samples.history({
      metric: METRIC,
      dimension: dimensions.lifecycle(granularity),
      days,
    });
    const measured = [...Map.groupBy(found, ({ day }) => day)]
      .map(([day, kinds]) => ({ period: periodOf(day, granularity), kinds }))
      .filter(({ period }) => period.from >= days.from);
    const shown = measured.filter(
      ({ kinds: [{ denominator = 0 }] }) => denominator >= 2 * minimumGroupSize,
    );
    const hidden =
      measured.length > 0 ? 'organization-too-small' : 'no-closed-period';
    return {
      ...describeDays(this.sources, days),
      granularity,
      minimumGroupSize,
      status: shown.length > 0 ? 'published' : hidden,
      periods: shown.map(({ period, kinds }) => describePeriod(period, kinds)),
    };
  }

  /** Retention of people who joined within `days`. */
  async cohorts(days: Interval): Promise<Cohorts> {
    const { minimumGroupSize } = this.sources;
    const { status, ranges } = await this.#rangesWithin(days);
    const byRange = await this.#joiningSamples([dimensions.retention]);
    return {
      ...describeDays(this.sources, days),
      minimumGroupSize,
      status,
      cohorts: ranges.map(range =>
        describeCohort(
          range,
          byRange.get(formatDay(range.from)) ?? [],
          minimumGroupSize,
        ),
      ),
    };
  }

  /** Time to first use of people who joined within `days`. */
  async onboarding(days: Interval): Promise<Onboarding> {
    const { minimumGroupSize } = this.sources;
    const { status, ranges } = await this.#rangesWithin(days);
    const byRange = await this.#joiningSamples(
      ONBOARDING_DAYS.map(dimensions.onboardingWithin),
    );
    return {
      ...describeDays(this.sources, days),
      minimumGroupSize,
      status,
      ranges: ranges.map(range =>
        describeOnboarding(
          range,
          byRange.get(formatDay(range.from)) ?? [],
          minimumGroupSize,
        ),
      ),
    };
  }

  async #rangesWithin({ from, to }: Interval): Promise<{
    status: BreakdownStatus;
    ranges: JoiningRange[];
  }> {
    const ranges = await this.sources.joining.ranges();
    if (ranges.length === 0) {
      return { status: 'no-closed-period', ranges };
    }
    return (await this.#isTooSmall())
      ? { status: 'organization-too-small', ranges: [] }
      : {
          status: 'published',
          ranges: ranges.filter(range => from <= range.from && range.to <= to),
        };
  }

  /** Whether some people would be left over in a group that is too small. */
  async #isTooSmall(): Promise<boolean> {
    const { periods, minimumGroupSize } = this.sources;
    const day = await lastDayOf(this.sources);
    const begun = trailingDays(day, 2 * WINDOW_DAYS);
    const newest = (await periods.during(begun)).at(-1);
    return (newest?.people ?? 0) < 2 * minimumGroupSize;
  }

  /** Samples by first day of the joining range, oldest first. */
  async #joiningSamples(names: string[]): Promise<Map<string, Sample[]>> {
    const days = { from: 0, to: (await lastDayOf(this.sources)) + 1 };
    const found = await Promise.all(
      names.map(dimension =>
        this.sources.samples.history({ metric: METRIC, dimension, days }),
      ),
    );
    return Map.groupBy(found.flat(), ({ member }) => member);
  }
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
