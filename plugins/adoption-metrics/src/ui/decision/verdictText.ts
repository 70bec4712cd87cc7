import type { DecisionVerdict } from 'backstage-plugin-adoption-metrics-common';
import type { Language } from '../format';

/** Whether to stay or to switch, in one sentence. */
export function verdictText(
  verdict: DecisionVerdict,
  language: Language,
): string {
  const { t } = language;
  const metrics = metricsText(verdict, language);
  switch (verdict.state) {
    case 'stay':
      return t('decision.verdict.stay', { metrics });
    case 'pivot':
      return t('decision.verdict.pivot', {
        metrics,
        conditions: t('decision.verdict.conditions', {
          count: verdict.causes.length,
        }),
      });
    case 'undecided':
      return verdict.deadline
        ? t('decision.verdict.undecided', { metrics })
        : t('decision.verdict.noDeadline', { metrics });
    default:
      return sentenceOfApi(verdict);
  }
}

/** "3 of 4 targets met; not known yet: stale entities". */
function metricsText(
  { met, metrics }: DecisionVerdict,
  { t, format }: Language,
): string {
  const known = t('decision.verdict.targets', {
    met: format.count(met),
    total: format.count(metrics.length),
  });
  const unknown = metrics.filter(({ status }) => status === 'undecided');
  return unknown.length === 0
    ? known
    : t('decision.verdict.targetsUnknown', {
        known,
        names: format.list(unknown.map(({ id }) => t(`metric.name.${id}`))),
      });
}

/** What a newer backend says that this frontend has no words for. */
function sentenceOfApi({ sentence }: { sentence: string }): string {
  return sentence;
}
