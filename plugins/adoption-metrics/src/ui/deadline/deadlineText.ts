import type { DeadlineReport } from 'backstage-plugin-adoption-metrics-common';
import type { Language } from '../format';

type Said = Pick<
  DeadlineReport,
  'deadline' | 'state' | 'latest' | 'daysLeft' | 'sentence'
>;

/** What the forecast comes to, or what became of the goal. */
export function deadlineText(report: Said, language: Language): string {
  const { deadline, state, daysLeft, sentence } = report;
  const { t, format } = language;
  if (!deadline) {
    return t('deadline.said.none');
  }
  const goal = format.share(deadline.goal);
  switch (state) {
    case 'on-track':
    case 'watch':
    case 'at-risk':
      return forecastText(report, language);
    case 'achieved':
      return t('deadline.said.achieved', { goal, count: deadline.hold });
    case 'missed':
      return missedText(report, language);
    case 'insufficient-data':
      return (daysLeft ?? 0) < 0
        ? t('deadline.said.unmeasured', { goal })
        : t('deadline.said.noForecast');
    default:
      return sentence;
  }
}

function forecastText(
  { deadline, latest, sentence }: Said,
  { t, format }: Language,
): string {
  if (!deadline || !latest?.forecast) {
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

function missedText(
  { deadline, latest }: Said,
  { t, format }: Language,
): string {
  const goal = format.share(deadline!.goal);
  const { share = null, active = null, developers = null } = latest ?? {};
  return share === null || active === null || developers === null
    ? t('deadline.said.missed', { goal })
    : t('deadline.said.missedAt', {
        goal,
        share: format.share(share, { operator: '>=', value: deadline!.goal }),
        active: format.count(active),
        developers: format.count(developers),
      });
}
