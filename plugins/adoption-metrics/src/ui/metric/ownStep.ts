import type {
  Metric,
  MetricId,
} from 'backstage-plugin-adoption-metrics-common';
import type { Language } from '../format';

/** Something to do, and the numbers behind it. */
export interface Step {
  title: string;
  reason: string;
}

type OwnStep = (metric: Metric, language: Language) => Step;

const steps: Record<MetricId, OwnStep> = {
  'active-users': ({ facts }, { t }) => ({
    title: t('metric.actions.own.active-users.title'),
    reason: t('metric.actions.own.active-users.reason', {
      count: facts['users-needed'] ?? 0,
    }),
  }),
  'page-load': (_metric, { t }) => ({
    title: t('metric.actions.own.page-load.title'),
    reason: t('metric.actions.own.page-load.reason'),
  }),
  uptime: downtimeStep,
  'stale-entities': ({ facts }, { t }) => ({
    title: t('metric.actions.own.stale-entities.title'),
    reason: t('metric.actions.own.stale-entities.reason', {
      count: facts['fixes-needed'] ?? 0,
    }),
  }),
};

/**
 * What to do about a metric that misses its target, where the digest, which
 * recommends three things in all, has nothing to say of it.
 */
export function ownStep(metric: Metric, language: Language): Step | undefined {
  return metric.status === 'missed'
    ? steps[metric.id](metric, language)
    : undefined;
}

function downtimeStep({ facts }: Metric, { t, format }: Language): Step {
  const { incidents = 0, restarts = 0 } = facts;
  return incidents === 0 && restarts > 0
    ? {
        title: t('metric.actions.own.restarts.title'),
        reason: t('metric.actions.own.restarts.reason', { count: restarts }),
      }
    : {
        title: t('metric.actions.own.uptime.title'),
        reason: t('metric.actions.own.uptime.reason', {
          count: incidents,
          duration: format.duration(facts['longest-incident'] ?? 0),
        }),
      };
}
