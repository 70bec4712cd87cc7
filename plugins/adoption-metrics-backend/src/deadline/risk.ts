/**
 * When a deadline is at risk, and when it is not any more. Chosen by the study
 * (docs/deadline.md): false alarms on deadlines that make it stay rare, at the
 * price of some weeks of warning.
 */
export const RISK = {
  /** A smaller chance is a bad week. */
  bad: 0.1,
  /** So many bad weeks in a row are an alarm. */
  badWeeks: 2,
  /** A chance from here on is a good week. */
  good: 0.4,
  /** So many good weeks in a row end an alarm. */
  goodWeeks: 2,
} as const;

/** How likely a goal is to be reached in time, week after week. */
export interface Risk {
  /** Whether the alarm is on. */
  alarmed: boolean;
  /** Bad weeks in a row up to now. */
  bad: number;
  /** Good weeks in a row up to now. */
  good: number;
}

export const noRisk: Risk = { alarmed: false, bad: 0, good: 0 };

/**
 * Takes in the chance of one more week. The alarm neither comes nor goes with
 * a single week, so that noise does not switch it.
 */
export function assess(before: Risk, probability: number): Risk {
  const bad = probability < RISK.bad ? before.bad + 1 : 0;
  const good = probability >= RISK.good ? before.good + 1 : 0;
  const alarmed = before.alarmed ? good < RISK.goodWeeks : bad >= RISK.badWeeks;
  return { alarmed, bad, good };
}
