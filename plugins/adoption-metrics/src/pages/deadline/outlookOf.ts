import type { DeadlineReport } from 'backstage-plugin-adoption-metrics-common';
import type { Language } from '../../ui/format';

/**
 * What the forecast comes to, in the words and numbers that the chart has as
 * well; what became of the goal, or why there is no forecast, is said by the
 * backend.
 */
export function outlookOf(
  { deadline, latest, state, sentence }: DeadlineReport,
  { t, format }: Language,
): string {
  const isOpen =
    state === 'on-track' || state === 'watch' || state === 'at-risk';
  if (!deadline || !latest?.forecast || !isOpen) {
    return sentence;
  }
  const { end } = latest.forecast;
  const share = (value: number) =>
    format.share(value, { operator: '>=', value: deadline.goal });
  return t('deadline.outlook', {
    median: share(end.median),
    date: format.date(deadline.date),
    low: share(end.low),
    high: share(end.high),
    goal: format.share(deadline.goal),
  });
}
