import {
  MetricId,
  MetricStatus,
} from 'backstage-plugin-adoption-metrics-common';
import { Day, writeDay } from '../../time';
import { keyOf, LastStates, Transition } from '../Alert';

/** What the rule about metrics checks. */
interface MetricFacts {
  id: MetricId;
  name: string;
  /** Value, target and verdict of the last closed day in one sentence. */
  statement: string;
  /** The last closed day. */
  day: Day;
  /** The verdicts on the last closed days, the newest last. */
  verdicts: MetricStatus[];
}

/** Closed days in a row that make a change. */
const DAYS = 2;

/** Notifies when a metric misses or meets its target two closed days in a row. */
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
