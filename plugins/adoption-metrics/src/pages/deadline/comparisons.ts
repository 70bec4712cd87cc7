import type {
  DeadlineReport,
  PublishedPlan,
} from 'backstage-plugin-adoption-metrics-common';
import type { Plan } from '../../ui/deadline/forecastGeometry';
import type { Language } from '../../ui/format';

/** A line that can be drawn beside what was measured, and what it says. */
interface Comparison extends Plan {
  id: string;
  title: string;
  sentence: string | undefined;
}

type StraightLine = NonNullable<DeadlineReport['straightLine']>;

/** Beyond that, the number only says how little the pace is. */
const MOST_TIMES = 10;

/** What the history of adoption can be compared with. */
export function comparisonsOf(
  straightLine: DeadlineReport['straightLine'],
  plans: PublishedPlan[],
  language: Language,
): Comparison[] {
  return [
    ...(straightLine ? [compareWithLine(straightLine, language)] : []),
    ...plans.map(plan => compareWithPlan(plan, language)),
  ];
}

function compareWithLine(line: StraightLine, language: Language): Comparison {
  const { t, format } = language;
  const { from, to, expected, ahead } = line;
  return {
    id: 'straight-line',
    title: t('deadline.line.title'),
    milestones: [from, to],
    sentence: t('deadline.line.sentence', {
      share: format.share(from.share),
      day: format.date(from.day),
      expected: format.share(expected),
      position: positionText(ahead, language),
      pace: paceText(line, language),
    }),
  };
}

function positionText(ahead: number, { t, format }: Language): string {
  if (reads0(100 * ahead, 1)) {
    return t('deadline.line.on');
  }
  const points = format.decimal(100 * Math.abs(ahead), 1);
  return ahead > 0
    ? t('deadline.line.above', { points })
    : t('deadline.line.below', { points });
}

function paceText(
  { perWeek, neededPerWeek }: StraightLine,
  language: Language,
): string {
  const { t, format } = language;
  const pace = growthText(perWeek, language);
  if (neededPerWeek === null || neededPerWeek <= 0) {
    return t('deadline.line.paceOnly', { pace });
  }
  const points = format.decimal(100 * neededPerWeek, 2);
  if (perWeek <= 0) {
    return t('deadline.line.needed', { pace, points });
  }
  const times = neededPerWeek / perWeek;
  return times > MOST_TIMES
    ? t('deadline.line.neededOver', {
        pace,
        points,
        times: format.count(MOST_TIMES),
      })
    : t('deadline.line.neededTimes', {
        pace,
        points,
        times: format.decimal(times, 1),
      });
}

function growthText(perWeek: number, { t, format }: Language): string {
  if (reads0(100 * perWeek, 2)) {
    return t('deadline.line.flat');
  }
  const points = format.decimal(100 * Math.abs(perWeek), 2);
  return perWeek > 0
    ? t('deadline.line.grows', { points })
    : t('deadline.line.falls', { points });
}

function compareWithPlan(plan: PublishedPlan, language: Language): Comparison {
  const { t, format } = language;
  const { id, title, milestones, expected, monthsAhead } = plan;
  const end = milestones[milestones.length - 1];
  return {
    id,
    title: t('deadline.plan.title', { title }),
    milestones,
    sentence:
      expected === null || monthsAhead === null
        ? undefined
        : t('deadline.plan.sentence', {
            launch: format.date(milestones[0].day),
            day: format.date(end.day),
            goal: format.share(end.share),
            expected: format.share(expected),
            position: monthsText(monthsAhead, language),
          }),
  };
}

function monthsText(ahead: number, { t, format }: Language): string {
  if (reads0(ahead, 1)) {
    return t('deadline.plan.onPlan');
  }
  const months = format.decimal(Math.abs(ahead), 1);
  return ahead > 0
    ? t('deadline.plan.ahead', { months })
    : t('deadline.plan.behind', { months });
}

/** Whether a number is written as 0.0. */
function reads0(value: number, decimals: number): boolean {
  return Math.round(Math.abs(value) * 10 ** decimals) === 0;
}
