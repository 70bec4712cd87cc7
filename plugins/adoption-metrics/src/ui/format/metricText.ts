import type {
  Metric,
  MetricId,
} from 'backstage-plugin-adoption-metrics-common';
import { formatShortDay } from './dates';
import { formatPartOfDuration } from './durations';
import {
  formatChange,
  formatCount,
  formatCountOf,
  formatShare,
  formatSignedCount,
  formatTarget,
  formatValue,
} from './values';

/** The large number of a metric and the small line beside it. */
export interface Headline {
  value: string;
  detail: string;
  /** Whether there is a number at all. */
  known: boolean;
}

const movementNouns: Partial<Record<MetricId, [string, string]>> = {
  'active-users': ['active', 'developers'],
  'stale-entities': ['stale', 'entities'],
};

const decidedGaps: Record<MetricId, (metric: Metric) => string | undefined> = {
  'active-users': peopleShortOf,
  'page-load': shareWithinTargetOf,
  uptime: budgetOf,
  'stale-entities': repairsOf,
};

export const statusWords: Record<Metric['status'], string> = {
  met: 'met',
  missed: 'missed',
  undecided: 'no verdict',
};

export function headlineOf(metric: Metric): Headline {
  const detail = joinParts([basisOf(metric), todayOf(metric)]);
  if (countsPeopleSoFar(metric)) {
    const noun = metric.numerator === 1 ? 'person so far' : 'people so far';
    return {
      value: formatCount(metric.numerator ?? 0),
      detail: joinParts([noun, todayOf(metric)]),
      known: true,
    };
  }
  if (metric.value === null) {
    return { value: 'Unknown', detail, known: false };
  }
  const value = formatValue(metric.value, metric);
  return { value, detail, known: true };
}

export function targetTextOf(metric: Metric): string {
  return `target ${formatTarget(metric.target, metric.unit)}`;
}

/** How far the metric is from its target, or from a verdict. */
export function gapTextOf(metric: Metric): string | undefined {
  return metric.status === 'undecided'
    ? undecidedGapOf(metric)
    : decidedGaps[metric.id](metric);
}

/** "+0.7 points since 25 Oct". */
export function deltaTextOf(metric: Metric): string | undefined {
  if (!metric.delta) {
    return undefined;
  }
  const change = formatChange(metric.delta.change, metric);
  return `${change} since ${formatShortDay(metric.delta.previousDay)}`;
}

/**
 * Names what moved behind a change: "+3 active, −12 developers". A share can
 * rise because people left, so a moved denominator is never kept quiet.
 */
export function movementTextOf(metric: Metric): string | undefined {
  const nouns = movementNouns[metric.id];
  const { delta } = metric;
  if (!delta?.denominatorChange || !nouns) {
    return undefined;
  }
  const { numeratorChange = 0, denominatorChange, change } = delta;
  const moved = [
    `${formatSignedCount(numeratorChange)} ${nouns[0]}`,
    `${formatSignedCount(denominatorChange)} ${nouns[1]}`,
  ].join(', ');
  if (change > 0 && numeratorChange <= 0) {
    return `${moved}: the share rose because there are fewer ${nouns[1]}`;
  }
  if (change < 0 && numeratorChange >= 0) {
    return `${moved}: the share fell because there are more ${nouns[1]}`;
  }
  return moved;
}

/** Value, target and verdict for those who cannot see the meter. */
export function spokenMetricOf(metric: Metric): string {
  const { value } = headlineOf(metric);
  return `${value}, ${targetTextOf(metric)}, ${statusWords[metric.status]}`;
}

export function countsPeopleSoFar(metric: Metric): boolean {
  return (
    metric.id === 'active-users' &&
    metric.reason === 'window-incomplete' &&
    metric.numerator !== undefined
  );
}

function basisOf(metric: Metric): string | undefined {
  if (metric.id === 'uptime') {
    return metric.coverage === null
      ? undefined
      : `coverage ${formatShare(metric.coverage, 1)}`;
  }
  if (metric.sampleCount !== undefined) {
    return formatCountOf(metric.sampleCount, 'load');
  }
  if (metric.numerator === undefined || metric.denominator === undefined) {
    return undefined;
  }
  const noun = metric.id === 'stale-entities' ? ' entities' : '';
  return `${formatCount(metric.numerator)} of ${formatCount(
    metric.denominator,
  )}${noun}`;
}

function todayOf(metric: Metric): string | undefined {
  if (metric.id === 'active-users') {
    const additional = metric.today?.additional;
    return additional ? `${formatCount(additional)} more today` : undefined;
  }
  const seen = metric.id === 'page-load' ? metric.today?.count : undefined;
  return seen ? `${formatCount(seen)} more today` : undefined;
}

function peopleShortOf({ facts }: Metric): string | undefined {
  const short = facts['people-short'];
  return short
    ? `${formatCountOf(short, 'person', 'people')} short`
    : undefined;
}

function shareWithinTargetOf(metric: Metric): string | undefined {
  const within = metric.facts['share-within-target'];
  return within === undefined
    ? undefined
    : `${formatShare(within)} ${formatTarget(metric.target, metric.unit)}`;
}

function repairsOf({ facts }: Metric): string | undefined {
  const repairs = facts['to-repair'];
  return repairs ? `${formatCount(repairs)} to repair` : undefined;
}

function budgetOf(metric: Metric): string | undefined {
  const budget = metric.facts['error-budget'];
  const used = metric.facts['error-budget-used'];
  return budget === undefined || used === undefined
    ? undefined
    : `${formatPartOfDuration(used, budget)} used`;
}

function undecidedGapOf(metric: Metric): string | undefined {
  switch (metric.reason) {
    case 'window-incomplete':
      return dayOfWindow(metric);
    case 'too-few-samples':
      return 'too few to judge';
    case 'stale-evidence':
      return 'evidence too old';
    case 'misconfigured':
      return 'check the configuration';
    default:
      return undefined;
  }
}

function dayOfWindow({ window }: Metric): string | undefined {
  if (!window) {
    return undefined;
  }
  const day = Math.max(1, Math.ceil(window.observedDays));
  return `day ${Math.min(day, window.days)} of ${window.days}`;
}

function joinParts(parts: Array<string | undefined>): string {
  return parts.filter(Boolean).join(' · ');
}
