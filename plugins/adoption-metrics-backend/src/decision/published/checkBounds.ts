import { DecisionUnit } from 'backstage-plugin-adoption-metrics-common';
import { Bounds } from './Published';

/** More is a mistake, and dates and sums of money would not stand it. */
const most: Record<DecisionUnit, number> = {
  FTE: 100_000,
  people: 10_000_000,
  share: 1,
  months: 600,
  years: 50,
  weeks: 520,
  teams: 1_000_000,
  plugins: 100_000,
  'money/year': 1e15,
  'money/seat/month': 1e12,
};

/** What is wrong with a number, in words that go on after its name. */
export function checkBounds(
  { low, high }: Bounds,
  unit: DecisionUnit,
): string | undefined {
  if (low === null && high === null) {
    return 'neither low nor high is given';
  }
  if (low !== null && high !== null && low > high) {
    return `low is ${low}, which is more than high, ${high}`;
  }
  const wrong = [low, high].find(
    value => value !== null && (value < 0 || value > most[unit]),
  );
  return wrong === undefined || wrong === null
    ? undefined
    : `${wrong} is not from 0 to ${most[unit]} (${unit})`;
}
