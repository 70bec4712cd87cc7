import { HistoryEvent } from 'backstage-plugin-adoption-metrics-node';
import {
  Chapter,
  Curve,
  DAY,
  HOUR,
  interpolate,
  isWeekend,
  MINUTE,
  progressOn,
  SECOND,
} from './calendar';
import { Random, randomOf } from './random';
import { newcomersOn } from './newcomers';
import { generateSession } from './session';
import { Story } from './stories';

/** Average number of visits per person on a working day. */
const VISITS_PER_DAY = {
  regular: 0.75,
  occasional: 0.35,
  curious: 0.42,
};

/** How long occasional visitors stay interested, in days. */
const SPELL_DAYS = 28;
const GOLDEN_RATIO = (Math.sqrt(5) - 1) / 2;

const MORNING = { from: 9 * HOUR, length: 50 * MINUTE };
const WORKING_HOURS = { from: 7 * HOUR, length: 10 * HOUR };

/** The share of visits on weekend days. */
const WEEKEND = 0.04;

type Activity = Extract<HistoryEvent, { type: 'activity' }>;

/** Determines who comes on which day. */
interface ActivityPlan {
  /** People who may come. */
  audience: string[];
  /** People who join later, in this order. */
  newcomers: string[];
  chapter: Chapter;
  story: Pick<Story, 'visitors' | 'visits' | 'newcomers'>;
}

/** Sessions of a UTC day, unordered. */
export function activityOn(day: number, plan: ActivityPlan): Activity[] {
  const weekday = isWeekend(day) ? WEEKEND : 1;
  return visitorsOn(day, plan).flatMap(({ ref, rate }) =>
    visit(ref, rate * weekday, { day, plan }),
  );
}

function visitorsOn(day: number, plan: ActivityPlan) {
  const { regulars, occasional, curious } = plan.story.visitors;
  const progress = progressOn(day, plan.chapter);
  const seats = (curve: Curve) => Math.round(interpolate(curve, progress));
  const [first, second] = [most(regulars), most(regulars) + most(occasional)];
  const { audience } = plan;
  const others = audience.slice(second);
  return [
    ...rated('regular', audience.slice(0, first).slice(0, seats(regulars))),
    ...rated(
      'occasional',
      audience.slice(first, second).slice(0, seats(occasional)),
    ),
    ...rated(
      'curious',
      curiousOn(day, others, { plan, seats: seats(curious) }),
    ),
    ...newcomersOn(day, plan).map(({ ref, habit }) => ({
      ref,
      rate: VISITS_PER_DAY[habit],
    })),
  ];
}

function rated(habit: keyof typeof VISITS_PER_DAY, people: string[]) {
  return people.map(ref => ({ ref, rate: VISITS_PER_DAY[habit] }));
}

function most(curve: Curve): number {
  return Math.max(...curve.map(([, count]) => count));
}

// Curious people replace each other one at a time, so that no day has many
// changes.
function curiousOn(
  day: number,
  people: string[],
  { plan, seats }: { plan: ActivityPlan; seats: number },
): string[] {
  const sinceLaunch = Math.round((day - plan.chapter.launch) / DAY);
  const perSpell = most(plan.story.visitors.curious);
  return Array.from({ length: seats }, (_, seat) => {
    const shift = Math.floor(((seat * GOLDEN_RATIO) % 1) * SPELL_DAYS);
    const spell = Math.floor((sinceLaunch + shift) / SPELL_DAYS);
    return people[(spell * perSpell + seat) % people.length];
  });
}

// Many people visit after the morning meetings.
function timeOfVisit(random: Random): number {
  const { from, length } = random.chance(0.55) ? MORNING : WORKING_HOURS;
  return from + random.whole(0, length / SECOND) * SECOND;
}

function visit(
  entityRef: string,
  rate: number,
  { day, plan }: { day: number; plan: ActivityPlan },
): Activity[] {
  const key = `${day}/${entityRef}`;
  const random = randomOf(key);
  if (!random.chance(rate)) {
    return [];
  }
  const startedAt = day + timeOfVisit(random);
  const progress = progressOn(day, plan.chapter);
  const { visits } = plan.story;
  const session = generateSession({ key, startedAt, progress, visits, random });
  return [
    { at: session.sentAt, type: 'activity', entityRef, batch: session.batch },
  ];
}
