import type {
  Figure,
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

/** The large number of a figure and the small line beside it. */
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

const decidedGaps: Record<MetricId, (figure: Figure) => string | undefined> = {
  'active-users': peopleShortOf,
  'page-load': shareWithinTargetOf,
  uptime: budgetOf,
  'stale-entities': repairsOf,
};

export const statusWords: Record<Figure['status'], string> = {
  met: 'met',
  missed: 'missed',
  undecided: 'no verdict',
};

export function headlineOf(figure: Figure): Headline {
  const detail = joinParts([basisOf(figure), todayOf(figure)]);
  if (countsPeopleSoFar(figure)) {
    const noun = figure.numerator === 1 ? 'person so far' : 'people so far';
    return {
      value: formatCount(figure.numerator ?? 0),
      detail: joinParts([noun, todayOf(figure)]),
      known: true,
    };
  }
  if (figure.value === null) {
    return { value: 'Unknown', detail, known: false };
  }
  const value = formatValue(figure.value, figure);
  return { value, detail, known: true };
}

export function targetTextOf(figure: Figure): string {
  return `target ${formatTarget(figure.target, figure.unit)}`;
}

/** How far the figure is from its target, or from a verdict. */
export function gapTextOf(figure: Figure): string | undefined {
  return figure.status === 'undecided'
    ? undecidedGapOf(figure)
    : decidedGaps[figure.metric](figure);
}

/** "+0.7 points since 25 Oct". */
export function deltaTextOf(figure: Figure): string | undefined {
  if (!figure.delta) {
    return undefined;
  }
  const change = formatChange(figure.delta.change, figure);
  return `${change} since ${formatShortDay(figure.delta.previousDay)}`;
}

/**
 * Names what moved behind a change: "+3 active, −12 developers". A share can
 * rise because people left, so a moved denominator is never kept quiet.
 */
export function movementTextOf(figure: Figure): string | undefined {
  const nouns = movementNouns[figure.metric];
  const { delta } = figure;
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
export function spokenFigureOf(figure: Figure): string {
  const { value } = headlineOf(figure);
  return `${value}, ${targetTextOf(figure)}, ${statusWords[figure.status]}`;
}

export function countsPeopleSoFar(figure: Figure): boolean {
  return (
    figure.metric === 'active-users' &&
    figure.reason === 'window-incomplete' &&
    figure.numerator !== undefined
  );
}

function basisOf(figure: Figure): string | undefined {
  if (figure.metric === 'uptime') {
    return figure.coverage === null
      ? undefined
      : `coverage ${formatShare(figure.coverage, 1)}`;
  }
  if (figure.sampleCount !== undefined) {
    return formatCountOf(figure.sampleCount, 'load');
  }
  if (figure.numerator === undefined || figure.denominator === undefined) {
    return undefined;
  }
  const noun = figure.metric === 'stale-entities' ? ' entities' : '';
  return `${formatCount(figure.numerator)} of ${formatCount(
    figure.denominator,
  )}${noun}`;
}

function todayOf(figure: Figure): string | undefined {
  if (figure.metric === 'active-users') {
    const additional = figure.today?.additional;
    return additional ? `${formatCount(additional)} more today` : undefined;
  }
  const seen = figure.metric === 'page-load' ? figure.today?.count : undefined;
  return seen ? `${formatCount(seen)} more today` : undefined;
}

function peopleShortOf({ facts }: Figure): string | undefined {
  const short = facts['people-short'];
  return short
    ? `${formatCountOf(short, 'person', 'people')} short`
    : undefined;
}

function shareWithinTargetOf(figure: Figure): string | undefined {
  const within = figure.facts['share-within-target'];
  return within === undefined
    ? undefined
    : `${formatShare(within)} ${formatTarget(figure.target, figure.unit)}`;
}

function repairsOf({ facts }: Figure): string | undefined {
  const repairs = facts['to-repair'];
  return repairs ? `${formatCount(repairs)} to repair` : undefined;
}

function budgetOf(figure: Figure): string | undefined {
  const budget = figure.facts['error-budget'];
  const used = figure.facts['error-budget-used'];
  return budget === undefined || used === undefined
    ? undefined
    : `${formatPartOfDuration(used, budget)} used`;
}

function undecidedGapOf(figure: Figure): string | undefined {
  switch (figure.reason) {
    case 'window-incomplete':
      return dayOfWindow(figure);
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

function dayOfWindow({ window }: Figure): string | undefined {
  if (!window) {
    return undefined;
  }
  const day = Math.max(1, Math.ceil(window.observedDays));
  return `day ${Math.min(day, window.days)} of ${window.days}`;
}

function joinParts(parts: Array<string | undefined>): string {
  return parts.filter(Boolean).join(' · ');
}
