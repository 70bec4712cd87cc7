import type { Overview } from 'backstage-plugin-adoption-metrics-common';
import type { Language } from '../../ui/format';

/** Where the portal stands, in one sentence. */
export function verdictOf(
  { scorecard, deadline: summary }: Overview,
  language: Language,
): string {
  const { t, format } = language;
  const { deadline, state } = summary;
  const targets = targetsOf(scorecard, language);
  return deadline && state
    ? t(`overview.verdict.${state}`, {
        targets,
        goal: format.share(deadline.goal),
        date: format.date(deadline.date),
      })
    : t('overview.verdict.alone', { targets });
}

function targetsOf(
  { metrics, met, closedThrough }: Overview['scorecard'],
  { t, format }: Language,
): string {
  if (closedThrough === null) {
    return t('overview.targets.unknown');
  }
  const total = format.count(metrics.length);
  const undecided = metrics.filter(({ status }) => status === 'undecided');
  const known =
    met === metrics.length
      ? t('overview.targets.all', { total })
      : t('overview.targets.met', { count: met, total });
  return undecided.length === 0
    ? known
    : t('overview.targets.undecided', {
        met: known,
        undecided: format.count(undecided.length),
      });
}
