import {
  CheapestFrom,
  CostGap,
  MoneyReport,
  OptionCost,
} from 'backstage-plugin-adoption-metrics-common';
import { Day, formatDay, monthsBetween, parseDay } from '../../time';
import { Answers, currentValue } from '../answers/Answers';
import { Facts } from '../facts/Facts';
import { Published } from '../published/Published';
import { cheapestFrom } from './cheapestFrom';
import { activeAtTarget, CostInputs, costsOf, perActiveOf } from './costsOf';
import {
  CurrentCosts,
  currentCosts,
  MoneyInputs,
  monthsLeftOfFirstYear,
  spentSince,
} from './currentCosts';
import {
  ClosedRange,
  exactly,
  isClosed,
  MaybeRange,
  MoneyMath,
} from './ranges';
import { cheapestSentence, currentSentence, spentSentence } from './sentences';
import { breakEvenOf } from './switching';
import { MONTHS, overYears } from './years';

/** What the money is reckoned from; published money is of the currency. */
export interface MoneyGiven {
  published: Published;
  answers: Answers;
  facts: Facts;
  inputs: MoneyInputs;
}

type Money = Pick<
  MoneyReport,
  | 'day'
  | 'currency'
  | 'developers'
  | 'active'
  | 'target'
  | 'ratePerYear'
  | 'current'
  | 'options'
  | 'spent'
>;

/** The portal as it is. */
interface Portal {
  /** Id of the option that it is; null while unknown. */
  option: string | null;
  since?: Day;
  /** Since then. */
  months?: number;
  costs: CurrentCosts;
}

/** What something costs per active user, with which others are compared. */
interface Rival {
  /** Id of an option; undefined for the portal as it is. */
  option?: string;
  perActive: ClosedRange;
}

/** What the portal and its options cost. */
export function moneyOf(given: MoneyGiven): Money {
  const { published, facts } = given;
  const { currency } = published;
  const math = new MoneyMath(currency);
  const basis = costInputsOf(given);
  const portal = portalOf(given, math);
  const costs = published.options.map(option => costsOf(option, basis));
  const current = currentOf(portal, basis, math);
  const rivals = rivalsOf(portal, current.perActive.today?.allIn, costs);
  return {
    day: formatDay(facts.today),
    currency,
    developers: facts.developers ?? null,
    active: facts.active ?? null,
    target: basis.target,
    ratePerYear: basis.ratePerYear ?? null,
    current: {
      ...current,
      cheapestFrom: cheapestOf(
        portal.costs.total.following,
        rivals.filter(({ option }) => option !== undefined),
        facts.developers,
      ),
    },
    options: costs.map(cost => {
      const isCurrent = cost.option === portal.option;
      const others = rivals.filter(
        ({ option }) =>
          option !== cost.option && !(isCurrent && option === undefined),
      );
      return {
        ...cost,
        isCurrent,
        cheapestFrom: cheapestOf(comparable(cost), others, facts.developers),
        breakEven: isCurrent
          ? null
          : breakEvenOf({
              option: cost,
              current: portal.costs,
              inputs: given.inputs,
              firstMonths: monthsLeftOfFirstYear(portal.months),
              today: facts.today,
            }),
      };
    }),
    spent: spentOf(portal, currency, math),
  };
}

/** What every option is reckoned with. */
export function costInputsOf({
  published,
  answers,
  facts,
}: Pick<MoneyGiven, 'published' | 'answers' | 'facts'>): CostInputs {
  const { ftePrice, horizon } = published.numbers;
  const years = [
    horizon?.low,
    horizon?.high,
    currentValue(answers.values.horizonYears),
  ].filter(count => typeof count === 'number');
  const rate = ftePrice && { low: ftePrice.low, high: ftePrice.high };
  return {
    currency: published.currency,
    ratePerYear: rate && (rate.low ?? rate.high) !== null ? rate : undefined,
    developers: facts.developers,
    active: facts.active,
    target: facts.metrics.find(({ id }) => id === 'active-users')!.target.value,
    years: [...new Set(years)].sort((a, b) => a - b),
  };
}

function portalOf(
  { published, answers, facts, inputs }: MoneyGiven,
  math: MoneyMath,
): Portal {
  const hosting = currentValue(answers.values.hosting);
  const team = currentValue(answers.values.team);
  const option = published.options.find(
    ({ isCurrent }) => hosting && isCurrent?.hosting === hosting,
  );
  const since =
    inputs.spendingSince === undefined
      ? undefined
      : parseDay(inputs.spendingSince)!;
  return {
    option: option?.id ?? null,
    since,
    months:
      since === undefined
        ? undefined
        : Math.max(0, monthsBetween(since, facts.today)),
    costs: currentCosts({ inputs, published, team }, math),
  };
}

function currentOf(
  { option, months, costs }: Portal,
  basis: CostInputs,
  math: MoneyMath,
): Omit<MoneyReport['current'], 'cheapestFrom'> {
  const { roles, peopleFrom, people, license, hosting, total } = costs;
  const { first, following } = total;
  const { developers, active, years } = basis;
  const perDeveloper = (cost: MaybeRange) =>
    developers === undefined ? null : math.per(cost, developers);
  const fees = math.add(license, hosting);
  const perActive = (count: ClosedRange | undefined) =>
    perActiveOf({ allIn: following, license: fees }, count, math);
  const today = perActive(active === undefined ? undefined : exactly(active));
  return {
    option,
    roles,
    peopleFrom,
    people,
    license,
    hosting,
    yearOne: first,
    following,
    missing: missingOf(costs),
    over: overYears(years, total, MONTHS, math),
    overFromToday: overYears(years, total, monthsLeftOfFirstYear(months), math),
    perDeveloper: {
      yearOne: perDeveloper(first),
      following: perDeveloper(following),
    },
    perActive: { today, atTarget: perActive(activeAtTarget(basis)) },
    sentence: currentSentence(
      {
        peopleFrom,
        following,
        perDeveloper: perDeveloper(following),
        perActive: today?.allIn ?? null,
      },
      basis.currency,
    ),
  };
}

function missingOf({
  people,
  license,
  hosting,
}: CurrentCosts): OptionCost['missing'] {
  const facts: Array<[isMissing: boolean, code: CostGap, sentence: string]> = [
    [
      !people.first,
      'people-first',
      'The cost of its people in the first year is unknown.',
    ],
    [
      !people.following,
      'people-following',
      'The cost of its people after the first year is unknown.',
    ],
    [!license, 'license', 'Licenses are unknown and not included.'],
    [!hosting, 'hosting', 'Hosting is unknown and not included.'],
  ];
  return facts.flatMap(([isMissing, code, sentence]) =>
    isMissing ? [{ code, sentence }] : [],
  );
}

function rivalsOf(
  portal: Portal,
  perActiveToday: MaybeRange | undefined,
  costs: OptionCost[],
): Rival[] {
  const today = perActiveToday ?? null;
  // What the portal is already costs what the portal costs.
  const others = costs.filter(({ option }) => option !== portal.option);
  return [
    ...(isClosed(today) ? [{ perActive: today }] : []),
    ...others.flatMap(({ option, includes, perActive }) => {
      const expected = perActive.expected?.allIn ?? null;
      return includes.includes('people') && isClosed(expected)
        ? [{ option, perActive: expected }]
        : [];
    }),
  ];
}

/** A cost that includes people, without which no two compare. */
function comparable({ allIn, includes }: OptionCost): MaybeRange {
  return includes.includes('people') ? allIn : null;
}

function cheapestOf(
  allIn: MaybeRange,
  rivals: Rival[],
  developers: number | undefined,
): CheapestFrom | null {
  const shares =
    isClosed(allIn) && developers !== undefined
      ? cheapestFrom(
          allIn,
          rivals.map(({ perActive }) => perActive),
          developers,
        )
      : undefined;
  return shares ? { ...shares, sentence: cheapestSentence(shares) } : null;
}

function spentOf(
  { since, months, costs }: Portal,
  currency: string,
  math: MoneyMath,
): MoneyReport['spent'] {
  const spent = spentSince(months, costs, math);
  return {
    since: since === undefined ? null : formatDay(since),
    months: months ?? null,
    ...spent,
    sentence: spentSentence(spent.total, currency),
  };
}
