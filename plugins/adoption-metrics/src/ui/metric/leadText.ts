import {
  metricDescriptors,
  type Metric,
  type MetricId,
} from 'backstage-plugin-adoption-metrics-common';
import { headlineOf, type Language } from '../format';

type Lead = (metric: Metric, language: Language) => string;

/** What a metric says first where it has been judged. */
const decided: Record<MetricId, Lead> = {
  'active-users': activeUsersLead,
  'page-load': pageLoadLead,
  uptime: budgetLead,
  'stale-entities': staleEntitiesLead,
};

/** "16.2% of developers active, 63 more users needed": status and number. */
export function leadText(metric: Metric, language: Language): string {
  return metric.status === 'undecided'
    ? undecidedLead(metric, language)
    : decided[metric.id](metric, language);
}

function activeUsersLead(metric: Metric, language: Language): string {
  const { t } = language;
  const { value } = headlineOf(metric, language);
  const count = metric.facts['users-needed'];
  return metric.status === 'missed' && count
    ? t('metric.lead.active-users.missed', { value, count })
    : t('metric.lead.active-users.met', { value });
}

function pageLoadLead(metric: Metric, language: Language): string {
  const { t, format } = language;
  const { value } = headlineOf(metric, language);
  const target = format.target(metric.target, metric.unit);
  return metric.status === 'missed'
    ? t('metric.lead.page-load.missed', { value, target })
    : t('metric.lead.page-load.met', { value });
}

function staleEntitiesLead(metric: Metric, language: Language): string {
  const { t } = language;
  const { value } = headlineOf(metric, language);
  const count = metric.facts['fixes-needed'];
  return metric.status === 'missed' && count
    ? t('metric.lead.stale-entities.missed', { value, count })
    : t('metric.lead.stale-entities.met', { value });
}

/** "Error budget overspent by 14 min 49 s". */
function budgetLead({ facts }: Metric, { t, format }: Language): string {
  const left = (facts['error-budget'] ?? 0) - (facts['error-budget-used'] ?? 0);
  const duration = format.exactDuration(Math.abs(left));
  return left < 0
    ? t('metric.lead.uptime.overspent', { duration })
    : t('metric.lead.uptime.left', { duration });
}

function undecidedLead(
  { id, reason, window }: Metric,
  { t, format }: Language,
): string {
  if (reason === 'window-incomplete' && window) {
    return t('metric.lead.undecided.windowIncomplete', {
      // The first day is begun before any of it is over.
      day: format.count(Math.max(1, Math.ceil(window.observedDays))),
      days: format.count(metricDescriptors[id].judgedAfterDays ?? window.days),
    });
  }
  switch (reason) {
    case 'too-few-samples':
      return t('metric.lead.undecided.tooFew');
    case 'stale-evidence':
      return t('metric.lead.undecided.tooOld');
    case 'misconfigured':
      return t('metric.lead.undecided.misconfigured');
    default:
      return t('metric.lead.undecided.noData');
  }
}
