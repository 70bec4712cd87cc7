import { Chapter, DAY, startOfDay } from './calendar';
import { Newcomers } from './stories';

/** How long new people try the portal, in days. */
const TRIAL_DAYS = 5;

/** The maximum number of days before new people open the portal. */
const LONGEST_WAIT_DAYS = 12;

const GOLDEN_RATIO = (Math.sqrt(5) - 1) / 2;

/** The number of people who have joined at a certain progress. */
export function countJoined(
  progress: number,
  { count, until }: Newcomers,
): number {
  return Math.min(count, Math.floor((count * progress) / until));
}

/**
 * New people who open the portal on a UTC day: some try it in their first
 * weeks, and some of these stay.
 */
export function newcomersOn(
  day: number,
  plan: {
    newcomers: string[];
    chapter: Chapter;
    story: { newcomers: Newcomers };
  },
) {
  const { count, until, tries, stays } = plan.story.newcomers;
  const { launch, end } = plan.chapter;
  return plan.newcomers.flatMap((ref, index) => {
    // Spreads the people who try it evenly over all who join.
    const rank = (index * GOLDEN_RATIO) % 1;
    const wait = 1 + ((index * 5) % LONGEST_WAIT_DAYS);
    const joined = startOfDay(
      launch + ((index + 1) / count) * until * (end - launch),
    );
    const begins = joined + wait * DAY;
    const isTrial = day < begins + TRIAL_DAYS * DAY;
    if (day < begins || rank >= (isTrial ? tries : stays)) {
      return [];
    }
    const habit: 'regular' | 'occasional' = isTrial ? 'regular' : 'occasional';
    return [{ ref, habit }];
  });
}
