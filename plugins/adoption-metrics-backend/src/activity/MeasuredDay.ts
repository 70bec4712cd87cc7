import { Measurement } from '../samples';
import { Day, Interval, trailingDays } from '../time';
import { WINDOW_DAYS } from './dimensions';
import { Observation, observe, ObservedDays } from './observation';
import { Population } from './population';

/** A day that is being measured, with the observations up to that day. */
export class MeasuredDay {
  readonly day: Day;
  readonly population: Population;
  /** How many people should be active; undefined if unknown. */
  readonly developers: number | undefined;
  readonly headCount: number | undefined;
  /** The 28 days up to and including this one. */
  readonly window: Interval;

  constructor(
    private readonly facts: {
      day: Day;
      developers: number | undefined;
      headCount: number | undefined;
      observed: ObservedDays;
    },
  ) {
    const { day, developers, headCount } = facts;
    this.day = day;
    this.developers = developers;
    this.headCount = headCount;
    this.population = { day, everybody: headCount !== undefined };
    this.window = trailingDays(day, WINDOW_DAYS);
  }

  /** Weekdays on which people usually come, 1 for Monday to 7 for Sunday. */
  get usualWeekdays(): ReadonlySet<number> {
    return this.facts.observed.usualWeekdays;
  }

  observe(window: Interval): Observation {
    return observe(window, this.facts.observed);
  }
}

/**
 * A ratio that is unknown unless the window begins after the start of
 * collection and most of it was observed.
 */
export function ratioOf(
  dimension: { dimension: string; member?: string },
  counts: { numerator?: number; denominator?: number; n?: number },
  observation: Observation,
): Measurement {
  const { numerator, denominator } = counts;
  const known = observation.complete && !observation.silent;
  return {
    member: '',
    ...dimension,
    ...counts,
    value:
      known && numerator !== undefined && denominator
        ? numerator / denominator
        : undefined,
    coverage: observation.coverage,
  };
}
