import { MetricId } from 'backstage-plugin-adoption-metrics-common';
import { keyOf, LastStates, Transition } from '../Alert';

/** What the rule about metrics checks. */
interface MetricFacts {
  id: MetricId;
  name: string;
  /** Value, target and verdict in one sentence. */
  statement: string;
  /**
   * Whether the target was met on the last closed days, the newest last;
   * undefined where that is unknown.
   */
  days: Array<boolean | undefined>;
}

/** Closed days in a row that make a change. */
const DAYS = 2;

/** Notifies when a metric misses or meets its target two closed days in a row. */
export function metricTransitions(
  { id, name, statement, days }: MetricFacts,
  last: LastStates,
): Transition[] {
  const recent = days.slice(-DAYS);
  const [met] = recent;
  if (
    recent.length < DAYS ||
    met === undefined ||
    !recent.every(d => d === met)
  ) {
    return [];
  }
  const rule = 'metric' as const;
  const state = met ? 'met' : 'missed';
  const before = last.get(keyOf({ rule, subject: id }))?.state;
  if (before === state) {
    return [];
  }
  const metric = name.split(',')[0];
  return [
    {
      rule,
      subject: id,
      state,
      severity: met ? 'low' : 'normal',
      title: met ? `${metric}: back on target` : `${metric}: target missed`,
      text: statement,
      isBaseline: before === undefined,
    },
  ];
}
