import { Metric } from 'backstage-plugin-adoption-metrics-common';
import { parseDay } from '../../../time';
import { Answers, AnswerValues } from '../../answers/Answers';
import { Facts } from '../../facts/Facts';
import { DecisionNumber, PublishedOption } from '../../published/Published';
import { Judged } from '../judgeRequirement';

const origin = {
  title: 'A blog',
  date: '2025',
  grade: 'published, unverified',
};

/** Beside whom an option is judged. */
export const currency = 'EUR';

/** A metric as far as decisions read it. */
export function metric(id: Metric['id'], facts: Partial<Metric> = {}): Metric {
  const target =
    id === 'stale-entities'
      ? { operator: '<' as const, value: 0.02 }
      : { operator: '>=' as const, value: 0.3 };
  return { id, target, status: 'missed', statement: id, ...facts } as Metric;
}

/** What is measured on 30 November 2026. */
export function factsOf(facts: Partial<Facts> = {}): Facts {
  return {
    at: Date.UTC(2026, 10, 30, 12),
    today: parseDay('2026-11-30')!,
    metrics: [metric('stale-entities')],
    ...facts,
  };
}

/** Answers of this year. */
export function answersOf(
  values: Partial<AnswerValues> = {},
  readiness: Record<string, boolean> = {},
): Answers {
  const answered = (given: object): any =>
    Object.fromEntries(
      Object.entries(given).flatMap(([question, value]) =>
        value === undefined
          ? []
          : [[question, { value, from: 'page', isStale: false }]],
      ),
    );
  return { values: answered(values), readiness: answered(readiness) };
}

/** What a test asks of an organization. */
export function judged(
  values: Partial<AnswerValues> = {},
  facts: Partial<Facts> = {},
): Judged {
  return { answers: answersOf(values), facts: factsOf(facts), currency };
}

/** A number of an invented option. */
export function number(
  id: string,
  low: number | null,
  high: number | null = low,
): DecisionNumber {
  return {
    id,
    title: id,
    unit: 'FTE',
    low,
    high,
    published: { low, high, origin },
  } as DecisionNumber;
}

/** What a test says of an invented option. */
export type GivenOption = Partial<Omit<PublishedOption, 'requires'>> & {
  requires?: Array<Omit<PublishedOption['requires'][number], 'origin'>>;
};

/** An invented option, which takes nothing unless a test says so. */
export function option(given: GivenOption = {}): PublishedOption {
  const { requires = [], ...rest } = given;
  return {
    id: 'beacon',
    title: 'Beacon',
    phrase: 'Beacon',
    approach: 'buy',
    numbers: {},
    givesUp: [],
    ...rest,
    requires: requires.map(each => ({ ...each, origin })),
  } as PublishedOption;
}
