import {
  MetricId,
  MetricStatus,
} from 'backstage-plugin-adoption-metrics-common';
import { Day, writeDay } from '../../time';
import { keyOf, LastStates, Transition } from '../Alert';

/** Input of the rule about metrics. */
interface MetricFacts {
  id: MetricId;
  name: string;
  /** One sentence on value, target, and verdict of the last closed day. */
  statement: string;
  /** The last closed day. */
  day: Day;
  /** Verdicts of the last closed days, newest last. */
  verdicts: MetricStatus[];
}

/** How many consecutive days a verdict has to last. */
const DAYS = 2;

/**
 * Alerts when a metric misses or meets its target on two consecutive closed
 * days.
 */
export function metricTransitions(
  { id, name, statement, day, verdicts }: MetricFacts,
  last: LastStates,
): Transition[] {
  const recent = verdicts.slice(-DAYS);
  const [state] = recent;
  if (
    recent.length < DAYS ||
    state === 'undecided' ||
    !recent.every(verdict => verdict === state)
  ) {
    return [];
  }
  const rule = 'metric' as const;
  const before = last.get(keyOf({ rule, subject: id }))?.state;
  if (before === state) {
    return [];
  }
  const metric = name.split(',')[0];
  const met = state === 'met';
  return [
    {
      rule,
      subject: id,
      state,
      severity: met ? 'normal' : 'high',
      title: met ? `${metric}: back on target` : `${metric}: target missed`,
      text: `${statement} Data as of ${writeDay(day)}.`,
      isBaseline: before === undefined,
    },
  ];
}
