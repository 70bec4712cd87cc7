import {
  metricDescriptors,
  type Metric,
  type MetricId,
} from 'backstage-plugin-adoption-metrics-common';
import type { ScorecardLanguage } from './Language';

/** The large number of a metric and the small line beside it. */
interface Headline {
  value: string;
  detail: string;
  /** Whether there is a number at all. */
  known: boolean;
}

type GapText = (
  metric: Metric,
  language: ScorecardLanguage,
) => string | undefined;

/** At p75, so many of all loads have to be within the target. */
const SHARE_AT_P75 = { operator: '>=', value: 0.75 } as const;

/** Of metrics whose gap can be said in more than their value. */
const decidedGaps: Partial<Record<MetricId, GapText>> = {
  'active-users': usersNeededOf,
  'page-load': shareWithinTargetOf,
  uptime: budgetOf,
  'stale-entities': fixesOf,
};

/** The verdict in words: "on target", "below target". */
export function statusText(
  { id, status }: Pick<Metric, 'id' | 'status'>,
  { t }: Pick<ScorecardLanguage, 't'>,
): string {
  if (status === 'missed') {
    return metricDescriptors[id].target.operator === '>='
      ? t('metric.status.missedBelow')
      : t('metric.status.missedAbove');
  }
  return t(`metric.status.${status}`);
}

export function headlineOf(
  metric: Metric,
  language: ScorecardLanguage,
): Headline {
  const { t, format } = language;
  const today = todayOf(metric, language);
  const detail = joinParts([basisOf(metric, language), today]);
  if (countsPeopleSoFar(metric)) {
    const count = metric.numerator ?? 0;
    return {
      value: format.count(count),
      detail: joinParts([t('metric.headline.soFar', { count }), today]),
      known: true,
    };
  }
  if (metric.value === null) {
    return { value: t('metric.unknown'), detail, known: false };
  }
  return { value: format.value(metric.value, metric), detail, known: true };
}

export function targetTextOf(
  { target, unit }: Metric,
  { t, format }: ScorecardLanguage,
): string {
  return t('metric.target', { target: format.target(target, unit) });
}

/** How far the metric is from its target, or from a verdict. */
export function gapTextOf(
  metric: Metric,
  language: ScorecardLanguage,
): string | undefined {
  return metric.status === 'undecided'
    ? undecidedGapOf(metric, language)
    : decidedGaps[metric.id]?.(metric, language);
}

/** "+0.7 pp since Oct 25". */
export function deltaTextOf(
  metric: Metric,
  { t, format }: ScorecardLanguage,
): string | undefined {
  const { delta } = metric;
  return delta
    ? t('metric.change.since', {
        change: format.change(
          { change: delta.change, previous: delta.previousValue },
          metric,
        ),
        day: format.shortDay(delta.previousDay),
      })
    : undefined;
}

/**
 * Names what moved behind a change: "+3 active, −12 developers". A share can
 * rise because people left, so a moved denominator is never kept quiet.
 */
export function movementTextOf(
  metric: Metric,
  language: ScorecardLanguage,
): string | undefined {
  const { delta, id } = metric;
  if (!delta?.denominatorChange) {
    return undefined;
  }
  if (id === 'active-users') {
    return movementOfPeople(delta, language);
  }
  return id === 'stale-entities'
    ? movementOfEntities(delta, language)
    : undefined;
}

type Delta = NonNullable<Metric['delta']>;

function movementOfPeople(
  delta: Delta,
  { t, format }: ScorecardLanguage,
): string {
  const count = delta.denominatorChange ?? 0;
  const moved = t('metric.change.people', {
    active: format.signedCount(delta.numeratorChange ?? 0),
    developers: format.signedCount(count),
    count: Math.abs(count),
  });
  switch (causeOf(delta)) {
    case 'fewer':
      return t('metric.change.peopleFewer', { moved });
    case 'more':
      return t('metric.change.peopleMore', { moved });
    default:
      return moved;
  }
}

function movementOfEntities(
  delta: Delta,
  { t, format }: ScorecardLanguage,
): string {
  const count = delta.denominatorChange ?? 0;
  const moved = t('metric.change.entities', {
    stale: format.signedCount(delta.numeratorChange ?? 0),
    entities: format.signedCount(count),
    count: Math.abs(count),
  });
  switch (causeOf(delta)) {
    case 'fewer':
      return t('metric.change.entitiesFewer', { moved });
    case 'more':
      return t('metric.change.entitiesMore', { moved });
    default:
      return moved;
  }
}

/** Whether a share moved only because there are fewer, or more, in all. */
function causeOf({ change, numeratorChange = 0 }: Delta) {
  if (change > 0 && numeratorChange <= 0) {
    return 'fewer';
  }
  return change < 0 && numeratorChange >= 0 ? 'more' : undefined;
}

/** Value, target and verdict for those who cannot see the meter. */
export function spokenMetricOf(
  metric: Metric,
  language: ScorecardLanguage,
): string {
  return language.t('metric.spoken', {
    value: headlineOf(metric, language).value,
    target: targetTextOf(metric, language),
    status: statusText(metric, language),
  });
}

function countsPeopleSoFar(metric: Metric): boolean {
  return (
    metric.id === 'active-users' &&
    metric.reason === 'window-incomplete' &&
    metric.numerator !== undefined
  );
}

function basisOf(
  metric: Metric,
  { t, format }: ScorecardLanguage,
): string | undefined {
  const { id, coverage, sampleCount, numerator, denominator } = metric;
  if (id === 'uptime') {
    return coverage === null
      ? undefined
      : t('metric.headline.coverage', { share: format.share(coverage) });
  }
  if (sampleCount !== undefined) {
    return t('metric.headline.loads', { count: sampleCount });
  }
  if (numerator === undefined || denominator === undefined) {
    return undefined;
  }
  const part = format.count(numerator);
  return id === 'stale-entities'
    ? t('metric.headline.entities', { part, count: denominator })
    : t('common.partOfWhole', { part, whole: format.count(denominator) });
}

function todayOf(
  { id, today }: Metric,
  { t, format }: ScorecardLanguage,
): string | undefined {
  const more: Partial<Record<MetricId, number>> = {
    'active-users': today?.additional,
    'page-load': today?.count,
  };
  const additional = more[id];
  return additional
    ? t('metric.headline.today', { additional: format.count(additional) })
    : undefined;
}

function usersNeededOf(
  { facts }: Metric,
  { t }: ScorecardLanguage,
): string | undefined {
  const count = facts['users-needed'];
  return count ? t('metric.gap.people', { count }) : undefined;
}

function shareWithinTargetOf(
  { facts }: Metric,
  { t, format }: ScorecardLanguage,
): string | undefined {
  const within = facts['share-within-target'];
  return within === undefined
    ? undefined
    : t('metric.gap.withinTarget', {
        share: format.share(within, SHARE_AT_P75),
      });
}

function fixesOf(
  { facts }: Metric,
  { t }: ScorecardLanguage,
): string | undefined {
  const count = facts['fixes-needed'];
  return count ? t('metric.gap.fixes', { count }) : undefined;
}

function budgetOf(
  { facts }: Metric,
  { t, format }: ScorecardLanguage,
): string | undefined {
  const budget = facts['error-budget'];
  const used = facts['error-budget-used'];
  if (!budget || used === undefined) {
    return undefined;
  }
  const { part, whole } = format.partOfDuration(used, budget);
  const share = format.wholePercent(used / budget);
  return t('metric.gap.budget', { part, whole, share });
}

// How much of the window there is, the statement says.
function undecidedGapOf(
  { reason }: Metric,
  { t }: ScorecardLanguage,
): string | undefined {
  switch (reason) {
    case 'too-few-samples':
      return t('metric.gap.tooFew');
    case 'stale-evidence':
      return t('metric.gap.tooOld');
    case 'misconfigured':
      return t('metric.gap.misconfigured');
    default:
      return undefined;
  }
}

function joinParts(parts: Array<string | undefined>): string {
  return parts.filter(Boolean).join(' · ');
}
