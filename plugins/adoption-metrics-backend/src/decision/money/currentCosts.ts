import {
  MoneyReport,
  MoneyRequest,
  PeopleSource,
} from 'backstage-plugin-adoption-metrics-common';
import { Published } from '../published/Published';
import { MaybeRange, MoneyMath } from './ranges';
import { costOfMonths, MONTHS, Years } from './years';

/** What is said of the money that the portal costs. */
export type MoneyInputs = Partial<MoneyRequest>;

type Role = MoneyReport['current']['roles'][number];

/** What the portal costs, part by part. */
export interface CurrentCosts {
  roles: Role[];
  peopleFrom: PeopleSource;
  people: Years;
  license: MaybeRange;
  hosting: MaybeRange;
  /** All that is known together. */
  total: Years;
}

/**
 * What the portal costs: by the roles that were entered, or the team that was
 * answered, or else by the published roles.
 *
 * @param given.team - in full-time equivalents; undefined while unanswered
 */
export function currentCosts(
  given: { inputs: MoneyInputs; published: Published; team?: number },
  math: MoneyMath,
): CurrentCosts {
  const { roles, peopleFrom } = rolesOf(given, math);
  const people = {
    first: peopleOf('first', roles, math),
    following: peopleOf('following', roles, math),
  };
  const license = given.inputs.licensePerYear ?? null;
  const hosting = given.inputs.hostingPerYear ?? null;
  const total = (amount: MaybeRange) =>
    amount && math.add(amount, license, hosting);
  return {
    roles,
    peopleFrom,
    people,
    license,
    hosting,
    total: { first: total(people.first), following: total(people.following) },
  };
}

/** Months that are left of the first year; none once it is over, or unknown. */
export function monthsLeftOfFirstYear(months: number | undefined): number {
  return months === undefined ? 0 : Math.max(0, MONTHS - months);
}

/** What was spent in the months that are over; unknown without them. */
export function spentSince(
  months: number | undefined,
  { people, license, hosting }: CurrentCosts,
  math: MoneyMath,
): { people: MaybeRange; fees: MaybeRange; total: MaybeRange } {
  if (months === undefined) {
    return { people: null, fees: null, total: null };
  }
  const spent = costOfMonths(months, people, MONTHS, math);
  const perYear = math.add(license, hosting);
  const fees = perYear && math.times(perYear, months / MONTHS);
  return { people: spent, fees, total: spent && math.add(spent, fees) };
}

function rolesOf(
  {
    inputs,
    published,
    team,
  }: { inputs: MoneyInputs; published: Published; team?: number },
  math: MoneyMath,
): { roles: Role[]; peopleFrom: PeopleSource } {
  const rate = published.numbers.ftePrice;
  const priced = (
    role: Pick<Role, 'title' | 'year' | 'fte'> & { ratePerYear?: number },
  ): Role => {
    const { title, year, fte } = role;
    const perYear =
      role.ratePerYear === undefined
        ? rate && { low: rate.low, high: rate.high }
        : { low: role.ratePerYear, high: role.ratePerYear };
    const costPerYear = perYear ? math.times(perYear, fte) : null;
    return { title, year, fte, ratePerYear: perYear ?? null, costPerYear };
  };
  if (inputs.roles) {
    return { roles: inputs.roles.map(priced), peopleFrom: 'roles' };
  }
  if (team !== undefined) {
    const whole = { title: 'Team', year: 'every', fte: team } as const;
    return { roles: [priced(whole)], peopleFrom: 'team' };
  }
  return { roles: published.roles.map(priced), peopleFrom: 'published' };
}

/** Unknown if no role is of that year, or the rate of one is unknown. */
function peopleOf(
  year: 'first' | 'following',
  roles: Role[],
  math: MoneyMath,
): MaybeRange {
  const costs = roles
    .filter(role => role.year === year || role.year === 'every')
    .map(({ costPerYear }) => costPerYear);
  return costs.includes(null) ? null : math.add(...costs);
}
