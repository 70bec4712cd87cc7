import {
  say,
  withEnglish,
  WordingValue,
} from 'backstage-plugin-adoption-metrics-common';
import { HOUR_MS } from '../../time';
import { BurnRate } from '../../uptime';
import { keyOf, LastStates, Transition } from '../Alert';

const WINDOW_DAYS = 30;
const HOURS_A_DAY = 24;
const MINUTES_AN_HOUR = 60;

interface Pace {
  subject: 'fast' | 'slow';
  /** The higher severity of the affected pairs of windows. */
  severity: BurnRate['pair']['severity'];
}

const paces: Pace[] = [
  { subject: 'fast', severity: 'page' },
  { subject: 'slow', severity: 'ticket' },
];

/**
 * Alerts when the error budget burns too fast, and when that is over. Both
 * windows of a pair have to be affected (Site Reliability Workbook, chapter 5),
 * so that neither a short outage nor one that is long over causes an alert.
 *
 * @param rates - empty if no time is accountable yet
 */
export function errorBudgetTransitions(
  rates: BurnRate[],
  last: LastStates,
): Transition[] {
  return paces.flatMap(pace => {
    const ofPace = rates.filter(({ pair }) => pair.severity === pace.severity);
    return transitionsOf(pace, ofPace, last);
  });
}

function transitionsOf(
  { subject }: Pace,
  rates: BurnRate[],
  last: LastStates,
): Transition[] {
  if (rates.every(({ long }) => long === undefined)) {
    return [];
  }
  const rule = 'error-budget' as const;
  const burning = rates.find(rate => rate.burning);
  const state = burning ? 'burning' : 'calm';
  const before = last.get(keyOf({ rule, subject }))?.state;
  if (before === state || (before === undefined && !burning)) {
    return [];
  }
  const words = burning
    ? describeBurning(subject, burning)
    : describeCalm(subject);
  return [{ rule, subject, state, ...words }];
}

function describeBurning(
  subject: Pace['subject'],
  { pair, long = 0 }: BurnRate,
) {
  return {
    severity: 'high' as const,
    ...withEnglish({
      title: [say(`alerts.error-budget.${subject}`)],
      text: [
        say('alerts.error-budget.burning', {
          count: pair.long / HOUR_MS,
          times: Number(long.toPrecision(2)),
        }),
        say('alerts.error-budget.left', {
          days: WINDOW_DAYS,
          left: timeLeft(WINDOW_DAYS / long),
        }),
      ],
    }),
  };
}

/** In the largest unit of which there are at least two. */
function timeLeft(days: number): WordingValue {
  const units = [
    { unit: 'day', value: days },
    { unit: 'hour', value: days * HOURS_A_DAY },
  ] as const;
  const { unit, value } = units.find(each => each.value >= 2) ?? {
    unit: 'minute',
    value: days * HOURS_A_DAY * MINUTES_AN_HOUR,
  };
  return { type: 'time', unit, value: Number(value.toPrecision(2)) };
}

function describeCalm(subject: Pace['subject']) {
  const title = say(`alerts.error-budget.${subject}-over`);
  return {
    severity: 'normal' as const,
    ...withEnglish({ title: [title], text: [say('alerts.error-budget.calm')] }),
  };
}
