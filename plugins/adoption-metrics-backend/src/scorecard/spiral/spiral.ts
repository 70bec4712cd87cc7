import {
  apiLocale,
  CatalogSpiral,
  formatShare,
} from 'backstage-plugin-adoption-metrics-common';
import { areComparable, Sample } from '../../samples';
import { Day, formatDay, weekdayOf } from '../../time';
import { FEWEST_VALUES, MOST_VALUES, trendOf } from './trend';

const SUNDAY = 7;
const both = new Intl.ListFormat(apiLocale, { type: 'conjunction' });

interface Week {
  day: Day;
  active: number;
  stale: number;
}

/**
 * Looks for a vicious circle: the catalog goes stale, so fewer people use it,
 * so fewer people maintain it. It is found if stale entities rise and active
 * users fall over the same closed weeks.
 *
 * @param active - headlines of active users, oldest first
 * @param stale - headlines of stale entities, oldest first
 * @param undecided - names of metrics without a verdict; if there is one,
 * nothing is concluded
 */
export function findSpiral(
  active: Sample[],
  stale: Sample[],
  undecided: string[] = [],
): CatalogSpiral {
  const weeks = commonWeeks(active, stale).slice(-MOST_VALUES);
  const [first, last] = [weeks[0], weeks.at(-1)];
  const span = {
    weeks: weeks.length,
    from: first ? formatDay(first.day) : null,
    to: last ? formatDay(last.day) : null,
    weeksNeeded: FEWEST_VALUES,
  };
  if (undecided.length > 0) {
    const sentence = `Not enough data on ${both.format(
      undecided.map(name => name.toLowerCase()),
    )}.`;
    return { ...span, signs: [], sentence };
  }
  if (weeks.length < FEWEST_VALUES) {
    const sentence = `Needs ${FEWEST_VALUES} closed weeks of both metrics; there ${
      weeks.length === 1 ? 'is' : 'are'
    } ${weeks.length}.`;
    return { ...span, signs: [], sentence };
  }
  const signs = signsOf(weeks);
  return { ...span, signs, sentence: summarize(signs, weeks.length) };
}

/** Weeks that have samples of both metrics under the current definitions. */
function commonWeeks(active: Sample[], stale: Sample[]): Week[] {
  const staleByDay = new Map(weekly(stale).map(each => [each.day, each.value]));
  return weekly(active).flatMap(({ day, value }) => {
    const staleThen = staleByDay.get(day);
    return value === undefined || staleThen === undefined
      ? []
      : [{ day, active: value, stale: staleThen }];
  });
}

function weekly(headlines: Sample[]): Sample[] {
  const sundays = headlines.filter(({ day }) => weekdayOf(day) === SUNDAY);
  const newest = sundays.at(-1);
  return sundays.filter(each => newest && areComparable(each, newest));
}

function signsOf(weeks: Week[]): CatalogSpiral['signs'] {
  const stale = weeks.map(week => week.stale);
  const active = weeks.map(week => week.active);
  return [
    {
      id: 'stale-rising',
      present: trendOf(stale) === 'rising',
      before: stale[0],
      after: stale[stale.length - 1],
      sentence: `Stale entities went from ${ends(stale)} of the catalog.`,
    },
    {
      id: 'active-falling',
      present: trendOf(active) === 'falling',
      before: active[0],
      after: active[active.length - 1],
      sentence: `Active users went from ${ends(active)} of the developers.`,
    },
  ];
}

function ends(values: number[]): string {
  const first = formatShare(values[0], apiLocale);
  const last = formatShare(values[values.length - 1], apiLocale);
  return `${first} to ${last}`;
}

function summarize(signs: CatalogSpiral['signs'], weeks: number): string {
  const present = signs.filter(sign => sign.present).length;
  const within = `in the last ${weeks} closed weeks`;
  if (present === signs.length) {
    return `Both signs ${within}: the catalog got staler while fewer people used the portal. These metrics do not show which caused the other.`;
  }
  return present === 0
    ? `No sign ${within} that the catalog gets staler while fewer people use the portal.`
    : `One of two signs ${within}; both together are a warning.`;
}
