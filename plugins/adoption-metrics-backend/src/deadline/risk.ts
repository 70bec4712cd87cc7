/**
 * When a deadline becomes at risk, and when it no longer is. Chosen by a study
 * (docs/deadline.md): false alarms on deadlines that succeed are rare, at the
 * cost of some weeks of warning.
 */
export const RISK = {
  /** A week with a lower probability is bad. */
  bad: 0.1,
  /** This many consecutive bad weeks raise the alarm. */
  badWeeks: 2,
  /** A week with at least this probability is good. */
  good: 0.4,
  /** This many consecutive good weeks end the alarm. */
  goodWeeks: 2,
} as const;

/** The risk of missing the goal, updated weekly. */
export interface Risk {
  /** Whether the alarm is raised. */
  alarmed: boolean;
  /** Consecutive bad weeks so far. */
  bad: number;
  /** Consecutive good weeks so far. */
  good: number;
}

export const noRisk: Risk = { alarmed: false, bad: 0, good: 0 };

/**
 * Adds the probability of another week. A single week never changes the alarm,
 * because it may be noise.
 */
export function assess(before: Risk, probability: number): Risk {
  const bad = probability < RISK.bad ? before.bad + 1 : 0;
  const good = probability >= RISK.good ? before.good + 1 : 0;
  const alarmed = before.alarmed ? good < RISK.goodWeeks : bad >= RISK.badWeeks;
  return { alarmed, bad, good };
}
