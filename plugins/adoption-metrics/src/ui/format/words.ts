import type {
  ActivityMeasure,
  ExclusionReason,
  PageLoadKind,
  PageLoadMeasure,
  PageLoadMethod,
  SuppressionReason,
} from 'backstage-plugin-adoption-metrics-common';

const suppressionTexts: Record<
  SuppressionReason,
  (minimumGroupSize?: number) => string
> = {
  'too-few-people': minimumGroupSize =>
    minimumGroupSize === undefined
      ? 'hidden: too few people'
      : `hidden: fewer than ${minimumGroupSize} people`,
  complementary: () => 'hidden: another hidden number would follow from it',
  'reveals-everybody': () => 'hidden: it would reveal each single person',
};

/** Why a number about a group of people is not shown. */
export function suppressionText(
  reason: SuppressionReason | undefined,
  minimumGroupSize?: number,
): string | undefined {
  return reason && suppressionTexts[reason](minimumGroupSize);
}

export const activityMeasureNames: Record<ActivityMeasure, string> = {
  monthly: 'Active in 28 days',
  weekly: 'Active in 7 days',
  daily: 'Active on the day',
  regular: 'Regular users',
  stickiness: 'Stickiness',
};

export const pageLoadMeasureNames: Record<PageLoadMeasure, string> = {
  p75: '75th percentile',
  p50: 'Median',
  p95: '95th percentile',
  p99: '99th percentile',
  'share-within-target': 'Share within target',
  loads: 'Loads',
};

export const pageLoadKindNames: Record<PageLoadKind, string> = {
  initial: 'First load',
  route: 'In-app navigation',
  'sign-in': 'Sign-in page',
};

export const pageLoadMethodNames: Record<PageLoadMethod, string> = {
  lcp: 'to the largest contentful paint',
  'soft-lcp': "to the navigation's largest contentful paint",
  quiet: 'until the page was quiet',
  'load-event': 'to the load event',
};

export const exclusionReasonNames: Record<ExclusionReason, string> = {
  filter: 'Does not match the filter',
  configured: 'Excluded by name',
  'excluded-team': 'In an excluded team',
  'opted-out': 'Opted out',
};

const discardReasons: Partial<Record<string, string>> = {
  hidden: 'in a hidden tab',
  sleep: 'computer asleep',
  'back-forward-cache': 'restored by the browser',
  prerender: 'prepared in advance, never shown',
  unsettled: 'never came to rest',
  superseded: 'left before it was done',
};

const dropReasons: Partial<Record<string, string>> = {
  'storage-full': "the browser's storage was full",
  'too-old': 'could not be sent in time',
  refused: 'the server refused them',
};

/** A reason that a newer server may know is shown as it is. */
export function discardReasonText(reason: string): string {
  return discardReasons[reason] ?? reason;
}

export function dropReasonText(reason: string): string {
  return dropReasons[reason] ?? reason;
}
