import {
  apiLocale,
  CostPart,
  costParts,
  formatCount,
  formatMoneyRange,
  OptionCost,
  PerActive,
} from 'backstage-plugin-adoption-metrics-common';
import { DecisionNumber, PublishedOption } from '../published/Published';
import {
  ClosedRange,
  exactly,
  isClosed,
  MaybeRange,
  MoneyMath,
} from './ranges';
import { MONTHS, overYears } from './years';

/** What has to be known to reckon what an option costs. */
export interface CostInputs {
  /** Of all money, ISO 4217. */
  currency: string;
  /** What a full-time equivalent costs a year; undefined while unknown. */
  ratePerYear?: Pick<DecisionNumber, 'low' | 'high'>;
  /** Undefined while unknown. */
  developers?: number;
  /** Active users today; undefined while unknown. */
  active?: number;
  /** Share of developers that are to be active. */
  target: number;
  /** Horizons over which a cost is added up, in years. */
  years: number[];
}

/** An amount a year, and what of the cost it is for. */
interface Component {
  amount: MaybeRange;
  covers: readonly CostPart[];
}

/**
 * What an option costs. People are never added to a number that includes
 * people, nor a license to one that includes it. What is unknown stays out of
 * the sum and is named.
 */
export function costsOf(
  option: PublishedOption,
  inputs: CostInputs,
): OptionCost {
  const math = new MoneyMath(inputs.currency);
  const seats = seatsOf(option, inputs, math);
  const components = componentsOf(option, inputs, seats?.perYear ?? null, math);
  const allIn = math.add(...components.map(({ amount }) => amount));
  const includes = components.flatMap(({ covers }) => covers);
  const license = amountOf('license', components);
  const people = amountOf('people', components);
  const perActive = (active: ClosedRange | undefined) =>
    perActiveOf({ allIn, license }, active, math);
  return {
    option: option.id,
    title: option.title,
    license,
    people,
    allIn,
    includes,
    missing: missingOf(includes, option),
    contradiction: contradictionOf(option, seats, inputs),
    over: overYears(
      inputs.years,
      { first: allIn, following: allIn },
      MONTHS,
      math,
    ),
    perDeveloper:
      inputs.developers === undefined
        ? null
        : math.per(allIn, inputs.developers),
    perActive: {
      today: perActive(
        inputs.active === undefined ? undefined : exactly(inputs.active),
      ),
      atTarget: perActive(activeAtTarget(inputs)),
      expected: perActive(expectedActive(option, inputs)),
    },
    netSaving: netSavingOf(option, license, inputs, math),
    seats,
  };
}

/** A year for each active user; unknown while nobody is active. */
export function perActiveOf(
  cost: { allIn: MaybeRange; license: MaybeRange },
  active: ClosedRange | undefined,
  math: MoneyMath,
): PerActive | null {
  return active && active.low > 0
    ? {
        active,
        allIn: math.per(cost.allIn, active),
        license: math.per(cost.license, active),
      }
    : null;
}

/** The people whom the target of active users asks for. */
export function activeAtTarget({
  developers,
  target,
}: Pick<CostInputs, 'developers' | 'target'>): ClosedRange | undefined {
  // 0.07 of 100 is not 7.000000000000001 people.
  return developers === undefined
    ? undefined
    : exactly(Math.ceil(target * developers - 1e-9));
}

/** The people whom the published adoption of an option comes to. */
export function expectedActive(
  { numbers: { adoption } }: PublishedOption,
  { developers }: Pick<CostInputs, 'developers'>,
): ClosedRange | undefined {
  return adoption && isClosed(adoption) && developers !== undefined
    ? {
        low: Math.round(adoption.low * developers),
        high: Math.round(adoption.high * developers),
      }
    : undefined;
}

function componentsOf(
  { numbers: { costPerYear, fee, team } }: PublishedOption,
  { ratePerYear }: CostInputs,
  seats: MaybeRange,
  math: MoneyMath,
): Component[] {
  const people = team && ratePerYear ? math.times(ratePerYear, team) : null;
  const candidates: Component[] = [
    // To a cost of which it is not said what it includes, nothing is added.
    { amount: known(costPerYear), covers: costPerYear?.includes ?? costParts },
    { amount: known(fee), covers: fee?.includes ?? ['license'] },
    { amount: seats, covers: ['license'] },
    { amount: people, covers: ['people'] },
  ];
  return candidates.reduce<Component[]>((taken, next) => {
    const covered = taken.flatMap(({ covers }) => [...covers]);
    const isNew = next.covers.every(part => !covered.includes(part));
    return next.amount && isNew ? [...taken, next] : taken;
  }, []);
}

function known(number: DecisionNumber | undefined): MaybeRange {
  return number && (number.low !== null || number.high !== null)
    ? { low: number.low, high: number.high }
    : null;
}

/** What is for one part of the cost and for no other. */
function amountOf(part: CostPart, components: Component[]): MaybeRange {
  const only = components.find(
    ({ covers }) => covers.length === 1 && covers[0] === part,
  );
  return only?.amount ?? null;
}

function seatsOf(
  { numbers: { seatPrice } }: PublishedOption,
  { developers }: CostInputs,
  math: MoneyMath,
): OptionCost['seats'] {
  const perSeatAndMonth = known(seatPrice);
  const perYear =
    perSeatAndMonth &&
    developers !== undefined &&
    math.times(perSeatAndMonth, MONTHS * developers);
  return perSeatAndMonth && developers !== undefined && perYear
    ? { perSeatAndMonth, developers, perYear }
    : null;
}

function netSavingOf(
  { numbers: { staffSaved } }: PublishedOption,
  license: MaybeRange,
  { ratePerYear }: CostInputs,
  math: MoneyMath,
): MaybeRange {
  const saved = known(staffSaved);
  return saved && ratePerYear
    ? math.subtract(math.times(ratePerYear, saved), license)
    : null;
}

const missingSentences: Record<CostPart, string> = {
  license: 'License, fees, and hosting are unknown and not included.',
  people: 'The cost of its people is unknown and not included.',
};

function missingOf(
  includes: CostPart[],
  { numbers: { costPerYear } }: PublishedOption,
): OptionCost['missing'] {
  const missing: OptionCost['missing'] = costParts
    .filter(part => !includes.includes(part))
    .map(part => ({ code: part, sentence: missingSentences[part] }));
  const sentence = 'What the yearly cost includes is not specified.';
  return costPerYear && !costPerYear.includes
    ? [...missing, { code: 'includes', sentence }]
    : missing;
}

/** Prices of seats and fees are of different sources, and differ. */
function contradictionOf(
  { numbers: { fee } }: PublishedOption,
  seats: OptionCost['seats'],
  { currency }: CostInputs,
): OptionCost['contradiction'] {
  if (!seats || !fee || !isClosed(fee) || !isClosed(seats.perYear)) {
    return null;
  }
  const isWithin =
    seats.perYear.low <= fee.high && seats.perYear.high >= fee.low;
  const write = (range: ClosedRange) =>
    formatMoneyRange(range, currency, apiLocale);
  return isWithin
    ? null
    : {
        fee: { low: fee.low, high: fee.high },
        sentence: `At the price per seat, ${formatCount(
          seats.developers,
          apiLocale,
        )} developers cost ${write(
          seats.perYear,
        )} a year, but the published fee is ${write(fee)}.`,
      };
}
