import {
  CatalogSpiral,
  listed,
  say,
  withEnglish,
  Wording,
  WordingValue,
} from 'backstage-plugin-adoption-metrics-common';
import { areComparable, Sample } from '../../samples';
import { Day, formatDay, weekdayOf } from '../../time';
import { FEWEST_VALUES, MOST_VALUES, trendOf } from './trend';

const SUNDAY = 7;

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
 * @param undecided - ids of those of the two that have no verdict; while one
 * has none, nothing is concluded from both
 */
export function findSpiral(
  active: Sample[],
  stale: Sample[],
  undecided: Array<'active-users' | 'stale-entities'> = [],
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
    const metrics = undecided.map(id => say(`catalog.spiral.${id}`));
    return {
      ...span,
      signs: [],
      ...said(
        say('catalog.spiral.no-data', { metrics: listed(metrics, 'and') }),
      ),
    };
  }
  if (weeks.length < FEWEST_VALUES) {
    const values = { needed: FEWEST_VALUES, count: weeks.length };
    return {
      ...span,
      signs: [],
      ...said(say('catalog.spiral.too-few', values)),
    };
  }
  const signs = signsOf(weeks);
  return { ...span, signs, ...said(summarize(signs, weeks.length)) };
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
      ...said(say('catalog.spiral.stale-rising', ends(stale))),
    },
    {
      id: 'active-falling',
      present: trendOf(active) === 'falling',
      before: active[0],
      after: active[active.length - 1],
      ...said(say('catalog.spiral.active-falling', ends(active))),
    },
  ];
}

function ends(values: number[]) {
  const shareOf = (value: number): WordingValue => ({ type: 'share', value });
  return {
    before: shareOf(values[0]),
    after: shareOf(values[values.length - 1]),
  };
}

function summarize(signs: CatalogSpiral['signs'], weeks: number): Wording {
  const present = signs.filter(sign => sign.present).length;
  if (present === signs.length) {
    return say('catalog.spiral.both', { weeks });
  }
  return present === 0
    ? say('catalog.spiral.none', { weeks })
    : say('catalog.spiral.one', { weeks });
}

function said(sentence: Wording) {
  return withEnglish({ sentence: [sentence] });
}
