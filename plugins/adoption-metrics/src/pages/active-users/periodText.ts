import type {
  BreakdownGranularity,
  BreakdownStatus,
} from 'backstage-plugin-adoption-metrics-common';
import { addDays, type Language } from '../../ui/format';

interface ClosedPeriod {
  granularity: BreakdownGranularity;
  from: string | null;
  to: string | null;
}

/** "Four weeks to Nov 22, 2026"; empty while no period is over. */
export function periodText(
  { granularity, to }: ClosedPeriod,
  { t, format }: Language,
): string {
  if (to === null) {
    return '';
  }
  const day = format.date(addDays(to, -1));
  return granularity === 'week'
    ? t('activeUsers.period.weekTo', { day })
    : t('activeUsers.period.fourWeeksTo', { day });
}

/** Why people are not broken down; undefined if they are. */
export function whyNoBreakdown(
  answer: {
    granularity: BreakdownGranularity;
    status: BreakdownStatus;
    minimumGroupSize: number;
  },
  language: Language,
): string | undefined {
  const { granularity, status } = answer;
  const { t } = language;
  switch (status) {
    case 'organization-too-small':
      return tooSmallText(answer, language);
    case 'no-closed-period':
      return granularity === 'week'
        ? t('activeUsers.period.noWeek')
        : t('activeUsers.period.noFourWeeks');
    default:
      return undefined;
  }
}

export function tooSmallText(
  { minimumGroupSize }: { minimumGroupSize: number },
  { t, format }: Language,
): string {
  return t('activeUsers.period.tooSmall', {
    minimum: format.count(2 * minimumGroupSize),
  });
}
