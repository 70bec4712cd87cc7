import { ProofMode } from 'backstage-plugin-adoption-metrics-common';
import { Day, DAYS_A_WEEK, Interval } from '../../time';
import { StoredProof } from './Proof';

/** When each candidate is tried, and when they are evaluated; half-open days. */
export interface ProofSchedule {
  /** In the order of the candidates. */
  trials: Interval[];
  /** After the last trial. */
  evaluation: Interval;
}

/**
 * The days of a proof of concept. Weeks are of seven calendar days, whatever
 * the weekday of the start and however long a day is.
 */
export function scheduleOf(plan: {
  start: Day;
  mode: ProofMode;
  /** For each candidate. */
  weeks: number;
  evaluationWeeks: number;
  /** How many there are. */
  candidates: number;
}): ProofSchedule {
  const { start, mode, candidates } = plan;
  const length = plan.weeks * DAYS_A_WEEK;
  const trials = Array.from({ length: candidates }, (_, index) => {
    const from = mode === 'parallel' ? start : start + index * length;
    return { from, to: from + length };
  });
  const from = trials.at(-1)!.to;
  const to = from + plan.evaluationWeeks * DAYS_A_WEEK;
  return { trials, evaluation: { from, to } };
}

/** The schedule of a proof of concept as it is stored. */
export function scheduleOfProof(proof: StoredProof): ProofSchedule {
  const { start, mode, weeks, evaluationWeeks, candidates } = proof;
  return scheduleOf({
    start,
    mode,
    weeks,
    evaluationWeeks,
    candidates: candidates.length,
  });
}
