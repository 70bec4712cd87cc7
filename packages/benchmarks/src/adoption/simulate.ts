import { Course, STUDY_WEEKS, shareAt } from './shapes';

/** The number of weeks in the window of the headline. */
const WINDOW_WEEKS = 4;

/** A portal whose people are simulated individually. */
export interface Portal {
  developers: number;
  course: Course;
  /** The first week with a completely observed window. */
  measuredFrom: number;
  /** The week in which two weeks of holidays begin, if any. */
  holidayWeek: number | undefined;
}

/** The end of a week, numbered from the start of the course. */
export interface MeasuredWeek {
  week: number;
  active: number;
  developers: number;
}

/** People who use the portal do so in most weeks, or only occasionally. */
const HABITS = [
  { share: 0.45, chance: 0.9 },
  { share: 0.35, chance: 0.55 },
  { share: 0.2, chance: 0.25 },
];

const HOLIDAY_WEEKS = 2;

/** The share of active people who are on holiday. */
const AWAY = 0.35;

/** The probability that a person comes in any four weeks, by habit. */
const SEEN_IN_WINDOW = HABITS.reduce(
  (sum, { share, chance }) => sum + share * (1 - (1 - chance) ** WINDOW_WEEKS),
  0,
);

/**
 * The share of people seen in the four weeks to the end of each week. One week
 * affects four samples, as in reality.
 *
 * @returns weeks with a completely observed window, oldest first
 */
export function simulate(portal: Portal, random: () => number): MeasuredWeek[] {
  const { developers, measuredFrom } = portal;
  const people = Array.from({ length: developers }, () => ({
    rank: random(),
    chance: habitOf(random()),
    lastSeen: -Infinity,
  }));
  const measured: MeasuredWeek[] = [];
  const first = measuredFrom - WINDOW_WEEKS + 1;
  for (let week = first; week <= STUDY_WEEKS; week++) {
    // To see a certain share of people, a larger share has to be willing to
    // come.
    const willing = shareAt(portal.course, week) / SEEN_IN_WINDOW;
    const away = isHoliday(portal, week) ? AWAY : 0;
    for (const person of people) {
      if (person.rank < willing && random() < person.chance * (1 - away)) {
        person.lastSeen = week;
      }
    }
    if (week >= measuredFrom) {
      const from = week - WINDOW_WEEKS;
      const active = people.filter(({ lastSeen }) => lastSeen > from).length;
      measured.push({ week, active, developers });
    }
  }
  return measured;
}

function habitOf(random: number): number {
  let upTo = 0;
  for (const { share, chance } of HABITS) {
    upTo += share;
    if (random < upTo) {
      return chance;
    }
  }
  return HABITS[HABITS.length - 1].chance;
}

function isHoliday({ holidayWeek }: Portal, week: number): boolean {
  return (
    holidayWeek !== undefined &&
    week >= holidayWeek &&
    week < holidayWeek + HOLIDAY_WEEKS
  );
}
