import { MetricId } from 'backstage-plugin-adoption-metrics-common';
import { keyOf, LastStates, Transition } from '../Alert';

/** What the rule of the figures looks at. */
export interface FigureFacts {
  metric: MetricId;
  name: string;
  /** Value, target and verdict in one sentence. */
  statement: string;
  /**
   * Whether the target was met on the last closed days, the newest last;
   * undefined where that is unknown.
   */
  days: Array<boolean | undefined>;
}

/** Closed days in a row before a change is believed. */
const DAYS = 2;

/** Tells when a figure leaves its target or is back, two closed days running. */
export function figureTransitions(
  { metric, name, statement, days }: FigureFacts,
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
  const rule = 'figure' as const;
  const state = met ? 'met' : 'missed';
  const before = last.get(keyOf({ rule, subject: metric }))?.state;
  if (before === state) {
    return [];
  }
  const figure = name.split(',')[0];
  return [
    {
      rule,
      subject: metric,
      state,
      severity: met ? 'low' : 'normal',
      title: met
        ? `${figure}: the target is met again`
        : `${figure}: the target is missed`,
      text: statement,
      isBaseline: before === undefined,
    },
  ];
}
