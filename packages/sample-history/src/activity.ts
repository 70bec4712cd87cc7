import { HistoryEvent } from 'backstage-plugin-adoption-metrics-node';
import {
  Chapter,
  DAY,
  HOUR,
  interpolate,
  isWeekend,
  progressOn,
  SECOND,
} from './calendar';
import { randomOf } from './random';
import { tellSession } from './session';

/** Those who work with the portal on most days. */
const REGULARS = 8;
const REGULAR_VISITS_PER_DAY = 0.75;

/** How long somebody who comes now and then stays interested, in days. */
const SPELL_DAYS = 28;
const GOLDEN_RATIO = (Math.sqrt(5) - 1) / 2;
const OCCASIONAL_VISITS_PER_DAY = 0.42;

/** What a weekend leaves of the visits. */
const WEEKEND = 0.04;

/** How many are interested at a time besides the regulars, by progress. */
const INTERESTED: [number, number][] = [
  [0, 11],
  [0.1, 17],
  [0.25, 17],
  [0.5, 11],
  [1, 11],
];
const MOST_INTERESTED = Math.max(...INTERESTED.map(([, count]) => count));

export type Activity = Extract<HistoryEvent, { type: 'activity' }>;

/** The sessions that the audience begins on a UTC day, in no order. */
export function activityOn(
  day: number,
  audience: string[],
  chapter: Chapter,
): Activity[] {
  const regulars = audience.slice(0, REGULARS);
  const visits = [
    ...regulars.map(ref => ({ ref, rate: REGULAR_VISITS_PER_DAY })),
    ...interestedOn(day, audience.slice(REGULARS), chapter).map(ref => ({
      ref,
      rate: OCCASIONAL_VISITS_PER_DAY,
    })),
  ];
  return visits.flatMap(({ ref, rate }, seat) =>
    visit(ref, isWeekend(day) ? rate * WEEKEND : rate, { day, seat, chapter }),
  );
}

// Seats change hands one after the other, so that no day sees many change.
function interestedOn(day: number, people: string[], chapter: Chapter) {
  const seats = interpolate(INTERESTED, progressOn(day, chapter));
  return Array.from({ length: Math.round(seats) }, (_, seat) => {
    const shift = Math.floor(((seat * GOLDEN_RATIO) % 1) * SPELL_DAYS);
    const sinceLaunch = Math.round((day - chapter.launch) / DAY);
    const spell = Math.floor((sinceLaunch + shift) / SPELL_DAYS);
    return people[(spell * MOST_INTERESTED + seat) % people.length];
  });
}

function visit(
  entityRef: string,
  rate: number,
  when: { day: number; seat: number; chapter: Chapter },
): Activity[] {
  const { day, chapter } = when;
  const key = `${day}/${entityRef}`;
  const random = randomOf(key);
  if (!random.chance(rate)) {
    return [];
  }
  const startedAt =
    day + 7 * HOUR + random.whole(0, (10 * HOUR) / SECOND) * SECOND;
  const progress = progressOn(day, chapter);
  const session = tellSession({ key, startedAt, progress, random });
  return [
    { at: session.sentAt, type: 'activity', entityRef, batch: session.batch },
  ];
}
