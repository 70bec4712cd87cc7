import { InputError, NotFoundError } from '@backstage/errors';
import {
  BreakdownGranularity,
  BreakdownStatus,
} from 'backstage-plugin-adoption-metrics-common';
import { refusalOf } from 'backstage-plugin-adoption-metrics-common/contract';
import { areComparable, Sample } from '../samples';
import { Day, formatDay, Interval, parseDay, startOfPeriod } from '../time';
import { dimensions, METRIC } from './dimensions';
import { lastPeriodEnd, periodOf, previousPeriod } from './periods';
import {
  ChosenAttribute,
  DescribedGroup,
  describeGroups,
  FrozenPeriod,
  raiseAll,
} from './publishing';
import { lastDayOf, ReportSources } from './report';

/** Selects a closed period. */
export interface AskedPeriod {
  granularity: BreakdownGranularity;
  /** First day, `YYYY-MM-DD`. */
  period?: string;
  /**
   * Selects the last period that was closed on this day. Used without `period`.
   */
  lastDay?: Day;
}

/** A closed period that can be broken down. */
export interface PublishedPeriod {
  unit: BreakdownGranularity;
  days: Interval;
  status: BreakdownStatus;
  /** The smallest group of people that can be formed in it. */
  minimumGroupSize: number;
  frozen: FrozenPeriod;
}

const inWords: Record<BreakdownGranularity, string> = {
  week: 'week',
  'four-weeks': 'four weeks',
};

/** A measured period, with one of its samples. */
export interface MeasuredPeriod extends PublishedPeriod {
  measured: Sample;
}

/**
 * Reads the closed periods and groups by which active users can be broken down.
 */
export class PublishedPeriodReader {
  constructor(private readonly sources: ReportSources) {}

  /**
   * The requested period; undefined if none is closed yet.
   *
   * @throws InputError if no period begins on that day
   * @throws NotFoundError if the period is still open, or was never broken down
   */
  async find(asked: AskedPeriod): Promise<MeasuredPeriod | undefined> {
    const { granularity: unit, period } = asked;
    const last = await lastDayOf(this.sources);
    const closedBy = lastPeriodEnd(Math.min(asked.lastDay ?? last, last), unit);
    const days =
      period === undefined
        ? periodOf(closedBy, unit)
        : periodFrom(parseDay(period)!, unit);
    const found =
      days.to - 1 <= closedBy ? await this.#at(days, unit) : undefined;
    if (!found && period !== undefined) {
      throw new NotFoundError(await this.#whyNot(days, { unit, closedBy }));
    }
    return found;
  }

  /** The previous period; undefined if it is not comparable. */
  async before(period: MeasuredPeriod): Promise<MeasuredPeriod | undefined> {
    const { days, unit, measured } = period;
    const before = await this.#at(previousPeriod(days, unit), unit);
    return before && areComparable(before.measured, measured)
      ? before
      : undefined;
  }

  /** Whether the current minimum group size allows breaking down a period. */
  describe(
    days: Interval,
    unit: BreakdownGranularity,
    frozen: FrozenPeriod,
  ): PublishedPeriod {
    const minimumGroupSize = Math.max(
      this.sources.minimumGroupSize,
      frozen.minimumGroupSize,
    );
    const status =
      frozen.people < 2 * minimumGroupSize
        ? 'organization-too-small'
        : 'published';
    return { unit, days, status, minimumGroupSize, frozen };
  }

  /** Groups of a period, with the current minimum group size. */
  async groups(period: PublishedPeriod): Promise<DescribedGroup[]> {
    return describeGroups((await this.#published(period)).groups);
  }

  /** Groups by attribute, with the current minimum group size. */
  async attributes(period: PublishedPeriod): Promise<ChosenAttribute[]> {
    return (await this.#published(period)).attributes;
  }

  async #published({ status, minimumGroupSize, frozen }: PublishedPeriod) {
    if (status !== 'published') {
      return { groups: [], attributes: [] };
    }
    const { periods } = this.sources;
    const published = {
      groups: await periods.groups(frozen.firstDay),
      attributes: await periods.attributes(frozen.firstDay),
    };
    return minimumGroupSize > frozen.minimumGroupSize
      ? raiseAll(published, frozen.atomSizes, minimumGroupSize)
      : published;
  }

  async #at(
    days: Interval,
    unit: BreakdownGranularity,
  ): Promise<MeasuredPeriod | undefined> {
    const { periods, samples } = this.sources;
    const frozen = await periods.find(startOfPeriod(days.from, 'four-weeks'));
    // Every measured period has an atom 0.
    const [measured] = await samples.history({
      metric: METRIC,
      dimension: dimensions.atoms(unit),
      members: ['0'],
      days: { from: days.to - 1, to: days.to },
    });
    return frozen && measured
      ? { ...this.describe(days, unit, frozen), measured }
      : undefined;
  }

  async #whyNot(
    days: Interval,
    { unit, closedBy }: { unit: BreakdownGranularity; closedBy: Day },
  ): Promise<string> {
    const which = `The ${inWords[unit]} from ${formatDay(days.from)}`;
    const first = await this.sources.periods.first();
    if (!first || days.to - 1 <= closedBy) {
      const since = first
        ? `expected those from ${formatDay(first.firstDay)} on`
        : 'no period has been closed yet';
      return `${which} ${isOrAre(unit)} not broken down; ${since}`;
    }
    const last = formatDay(periodOf(closedBy, unit).from);
    return `${which} ${isOrAre(
      unit,
    )} not over yet; expected those up to ${last}`;
  }
}

function periodFrom(day: Day, unit: BreakdownGranularity): Interval {
  const days = periodOf(day, unit);
  if (days.from !== day) {
    throw new InputError(
      refusalOf(
        "'period'",
        formatDay(day),
        `first days of a period of ${inWords[unit]}, such as ${formatDay(
          days.from,
        )}`,
      ),
    );
  }
  return days;
}

function isOrAre(unit: BreakdownGranularity): string {
  return unit === 'week' ? 'is' : 'are';
}
