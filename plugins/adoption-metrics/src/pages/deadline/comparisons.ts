import type { DeadlineReport } from 'backstage-plugin-adoption-metrics-common';
import { formatDate, formatShare } from '../../ui/format';
import type { Plan } from '../../ui/deadline/forecastGeometry';

/** A line that can be drawn beside what was measured, and how that stands. */
export interface Comparison extends Plan {
  id: string;
  title: string;
  sentence: string | undefined;
}

type PublishedPlan = DeadlineReport['plans'][number];
type StraightLine = NonNullable<DeadlineReport['straightLine']>;

/** Beyond that, the number only says how little the pace is. */
const MOST_TIMES = 10;

/** What the history of a deadline can be compared with. */
export function comparisonsOf({
  straightLine,
  plans,
}: Pick<DeadlineReport, 'straightLine' | 'plans'>): Comparison[] {
  return [
    ...(straightLine ? [compareWithLine(straightLine)] : []),
    ...plans.map(compareWithPlan),
  ];
}

function compareWithLine(line: StraightLine): Comparison {
  const { from, to, expected, ahead } = line;
  return {
    id: 'straight-line',
    title: 'Straight line to the goal',
    milestones: [from, to],
    sentence:
      `From ${formatShare(from.share, 1)} on ${formatDate(
        from.day,
      )} straight ` +
      `to the goal it would be ${formatShare(expected, 1)} by now: ` +
      `${describePoints(ahead)}. ${describePace(line)}`,
  };
}

function describePoints(ahead: number): string {
  const points = toPoints(Math.abs(ahead), 1);
  if (points === '0.0') {
    return 'adoption is on the line';
  }
  const word = ahead > 0 ? 'above' : 'below';
  return `adoption is ${points} points ${word} the line`;
}

function describePace({ perWeek, neededPerWeek }: StraightLine): string {
  const pace = describeGrowth(perWeek);
  if (neededPerWeek === null || neededPerWeek <= 0) {
    return `${pace}.`;
  }
  const needed = `${toPoints(neededPerWeek, 2)} a week are needed`;
  return perWeek > 0
    ? `${pace}; ${needed}, ${describeTimes(neededPerWeek / perWeek)} as much.`
    : `${pace}; ${needed}.`;
}

function describeGrowth(perWeek: number): string {
  const points = toPoints(Math.abs(perWeek), 2);
  if (points === '0.00') {
    return 'It stands still';
  }
  return `It ${perWeek > 0 ? 'grows' : 'falls'} by ${points} points a week`;
}

function describeTimes(times: number): string {
  return times > MOST_TIMES
    ? `over ${MOST_TIMES} times`
    : `${times.toFixed(1)} times`;
}

function toPoints(share: number, digits: number): string {
  return (100 * share).toFixed(digits);
}

function compareWithPlan(plan: PublishedPlan): Comparison {
  const { id, title, milestones, expected, monthsAhead } = plan;
  const { day } = milestones[milestones.length - 1];
  return {
    id,
    title: `30% in ${title}`,
    milestones,
    sentence:
      expected === null || monthsAhead === null
        ? undefined
        : `Counted from the launch on ${formatDate(
            milestones[0].day,
          )}, this plan reaches 30% on ${formatDate(
            day,
          )} and would have ${formatShare(expected)} by now: ${describeMonths(
            monthsAhead,
          )}.`,
  };
}

function describeMonths(ahead: number): string {
  const months = Math.abs(ahead).toFixed(1);
  if (months === '0.0') {
    return 'the portal is where it plans to be';
  }
  const word = ahead > 0 ? 'ahead of' : 'behind';
  return `the portal is ${months} months ${word} it`;
}
