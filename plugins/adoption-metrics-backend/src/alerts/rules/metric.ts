import {
  MetricId,
  MetricStatus,
  say,
  withEnglish,
  Wording,
} from 'backstage-plugin-adoption-metrics-common';
import { Day, sayDay } from '../../time';
import { keyOf, LastStates, Transition } from '../Alert';

/** Input of the rule about metrics. */
interface MetricFacts {
  id: MetricId;
  /** Value, target and verdict of the last closed day in one sentence. */
  said: Wording[];
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
  { id, said, day, verdicts }: MetricFacts,
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
  const metric = say(`alerts.metric-name.${id}`);
  return [
    {
      rule,
      subject: id,
      state,
      severity: state === 'met' ? 'normal' : 'high',
      ...withEnglish({
        title: [say(`alerts.metric.${state}`, { metric })],
        text: [...said, say('alerts.as-of', { day: sayDay(day) })],
      }),
      isBaseline: before === undefined,
    },
  ];
}
