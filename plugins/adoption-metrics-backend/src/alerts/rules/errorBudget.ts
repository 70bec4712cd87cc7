import { BurnRate } from '../../uptime';
import { keyOf, LastStates, Transition } from '../Alert';

const WINDOW_DAYS = 30;

interface Pace {
  subject: 'fast' | 'slow';
  /** Of the pairs of windows that show it. */
  severity: BurnRate['pair']['severity'];
}

const paces: Pace[] = [
  { subject: 'fast', severity: 'page' },
  { subject: 'slow', severity: 'ticket' },
];

/**
 * Notifies when the error budget of uptime burns too fast, and when it does so no
 * longer: in both windows of a pair of the Site Reliability Workbook (chapter 5),
 * so that neither a moment nor what is long over is reported.
 *
 * @param rates - empty where no time is accountable yet
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
  const hours = pair.long / 3_600_000;
  const days = Number((WINDOW_DAYS / long).toPrecision(2));
  return {
    severity: subject === 'fast' ? ('high' as const) : ('normal' as const),
    title:
      subject === 'fast'
        ? 'The error budget of uptime burns fast'
        : 'The error budget of uptime burns slowly but steadily',
    text: `In the last ${
      hours === 1 ? 'hour' : `${hours} hours`
    } the portal was down ${Number(
      long.toPrecision(2),
    )} times as long as the target allows. At this pace the budget of ${WINDOW_DAYS} days is spent in ${days} ${
      days === 1 ? 'day' : 'days'
    }.`,
  };
}

function describeCalm(subject: Pace['subject']) {
  const title =
    subject === 'fast'
      ? 'The error budget of uptime no longer burns fast'
      : 'The error budget of uptime no longer burns steadily';
  return { severity: 'low' as const, title, text: `${title}.` };
}
