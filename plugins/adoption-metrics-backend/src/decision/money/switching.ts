import {
  BreakEven,
  OptionCost,
} from 'backstage-plugin-adoption-metrics-common';
import { addPeriod, Day, formatDay } from '../../time';
import { breakEvenRange } from './breakEven';
import { CurrentCosts, MoneyInputs } from './currentCosts';
import { isClosed } from './ranges';
import { breakEvenSentence, unknownBreakEvenSentence } from './sentences';

/** Days of a month, on average. */
const MONTH_DAYS = 365.25 / 12;

/** When switching to an option has paid for itself, the switch included. */
export function breakEvenOf(given: {
  option: Pick<OptionCost, 'allIn' | 'includes'>;
  current: Pick<CurrentCosts, 'total'>;
  inputs: MoneyInputs;
  firstMonths: number;
  today: Day;
}): BreakEven {
  const { option, current, inputs, firstMonths, today } = given;
  const { first, following } = current.total;
  const stayFirst = firstMonths > 0 ? first : following;
  const { switchCost: once, parallelMonths } = inputs;
  if (
    !isClosed(following) ||
    !isClosed(stayFirst) ||
    !isClosed(option.allIn) ||
    !option.includes.includes('people') ||
    !once ||
    parallelMonths === undefined
  ) {
    return unknown(missingFor(given));
  }
  const months = breakEvenRange({
    stayFirst,
    firstMonths,
    stay: following,
    option: option.allIn,
    once,
    parallelMonths,
  });
  const earliest = dayAfter(today, months.earliest);
  const latest = dayAfter(today, months.latest);
  return {
    state: stateOf(earliest, latest),
    earliest: earliest === undefined ? null : formatDay(earliest),
    latest: latest === undefined ? null : formatDay(latest),
    sentence: breakEvenSentence({ earliest, latest }),
  };
}

function missingFor({
  option,
  current,
  inputs,
}: Parameters<typeof breakEvenOf>[0]): string[] {
  const { allIn, includes } = option;
  const facts: Array<[isMissing: boolean, what: string]> = [
    [!isClosed(current.total.following), 'the yearly cost of the portal'],
    [
      !isClosed(allIn) || !includes.includes('people'),
      'the yearly cost of the option, including people',
    ],
    [!inputs.switchCost, 'the one-time cost of switching'],
    [
      inputs.parallelMonths === undefined,
      'the months during which both are paid for',
    ],
  ];
  return facts.flatMap(([isMissing, what]) => (isMissing ? [what] : []));
}

function unknown(missing: string[]): BreakEven {
  return {
    state: 'unknown',
    earliest: null,
    latest: null,
    sentence: unknownBreakEvenSentence(missing),
  };
}

function stateOf(
  earliest: Day | undefined,
  latest: Day | undefined,
): BreakEven['state'] {
  if (earliest === undefined) {
    return 'never';
  }
  return latest === undefined ? 'possible' : 'certain';
}

/** The day on which months are over, the last of them in part. */
function dayAfter(today: Day, months: number | undefined): Day | undefined {
  if (months === undefined) {
    return undefined;
  }
  const whole = Math.floor(months);
  const then = addPeriod(today, `P${whole}M`) ?? today;
  return then + Math.ceil((months - whole) * MONTH_DAYS - 1e-6);
}
