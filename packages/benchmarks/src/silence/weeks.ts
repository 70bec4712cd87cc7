import {
  DayEvidence,
  observe,
  Sample,
  usualWeekdays,
  weekdayOf,
} from '../pluginInternals';

const SUNDAY = 7;
const WINDOW_DAYS = 28;
/** As many days as the plugin takes to know a week. */
const USUAL_DAYS = 56;

/** Samples of active users as the plugin keeps them, at the end of each week. */
export function weeklyHeadlines(
  history: DayEvidence[],
  known: {
    unobserved: ReadonlySet<number>;
    /** People seen in the window that ends at a position of the history. */
    activeAt: (index: number) => number;
    developers: number;
  },
): Sample[] {
  const { unobserved, activeAt, developers } = known;
  return history.flatMap(({ day }, index) => {
    if (weekdayOf(day) !== SUNDAY || index < WINDOW_DAYS) {
      return [];
    }
    const usual = history
      .slice(Math.max(0, index + 1 - USUAL_DAYS), index + 1)
      .filter(each => !unobserved.has(each.day));
    const { coverage, silent } = observe(
      { from: day - WINDOW_DAYS + 1, to: day + 1 },
      {
        firstDay: history[0].day - 1,
        unobserved,
        usualWeekdays: usualWeekdays(usual),
      },
    );
    const active = activeAt(index);
    return [sampleOf({ day, coverage, silent, active, developers })];
  });
}

function sampleOf(of: {
  day: number;
  coverage: number;
  silent: boolean;
  active: number;
  developers: number;
}): Sample {
  const { day, coverage, active, developers } = of;
  return {
    metric: 'active-users',
    dimension: 'headline',
    member: '',
    day,
    value: of.silent ? undefined : active / developers,
    numerator: active,
    denominator: developers,
    coverage,
    definitionVersion: 1,
    timeZone: 'UTC',
    state: 'final',
    computedAt: 0,
  };
}

/**
 * Distinct people seen in the 28 days that end at each position, except on days
 * on which nobody could be counted.
 */
export function activePeople(
  visits: Uint8Array[],
  isDead: (index: number) => boolean = () => false,
): number[] {
  const length = visits[0].length;
  const active = new Array<number>(length).fill(0);
  for (const person of visits) {
    let seenUntil = -1;
    for (let index = 0; index < length; index++) {
      if (person[index] && !isDead(index)) {
        seenUntil = index + WINDOW_DAYS;
      }
      if (index < seenUntil) {
        active[index] += 1;
      }
    }
  }
  return active;
}
