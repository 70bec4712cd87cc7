import {
  PageLoadKind,
  PageLoadMeasure,
} from 'backstage-plugin-adoption-metrics-common';
import { PageLoadKindSchema } from 'backstage-plugin-adoption-metrics-common/contract';
import { Percentile, percentileNames } from './PageLoads';

/** The metric whose samples hold everything about page loads. */
export const METRIC = 'page-load';

/** Length of the window of closed days. */
export const WINDOW_DAYS = 28;

/** With fewer loads, there is no verdict, and no number for an open day. */
export const FEWEST_LOADS = 30;

/** All kinds of page loads. */
export const pageLoadKinds: readonly PageLoadKind[] =
  PageLoadKindSchema.options;

/** Dimensions of the samples that are taken of a window. */
export const pageLoadDimensions = {
  /** By kind: every measure with a history. */
  measure: (measure: PageLoadMeasure): string => measure,
  /** By kind: navigations, and how many of them were measured. */
  coverage: 'coverage',
  /** By reason: events that browsers dropped. */
  droppedEvents: 'dropped-events',
  /** By method: the 75th percentile. */
  methods: (kind: PageLoadKind) => `${kind}:methods`,
  /** By reason: loads that could not be measured. */
  discards: (kind: PageLoadKind) => `${kind}:discards`,
  /** By page. */
  routes: (kind: PageLoadKind, percentile: Percentile) =>
    `${kind}:routes:${percentile}`,
  /** By bucket of the histogram. */
  buckets: (kind: PageLoadKind) => `${kind}:buckets`,
  /** The target in seconds by which loads were judged. */
  target: 'target',
};

/** The dimensions behind each response of the REST API. */
export const dimensionsBehind = {
  kinds: [
    ...percentileNames.map(pageLoadDimensions.measure),
    ...pageLoadKinds.map(pageLoadDimensions.methods),
  ],
  coverage: [
    pageLoadDimensions.coverage,
    pageLoadDimensions.droppedEvents,
    ...pageLoadKinds.map(pageLoadDimensions.discards),
  ],
  routes: (kind: PageLoadKind) =>
    percentileNames.map(name => pageLoadDimensions.routes(kind, name)),
  distribution: (kind: PageLoadKind) => [pageLoadDimensions.buckets(kind)],
};

/**
 * Dimensions with many members. They are read for recent days only; older ones
 * can be computed from the counters.
 */
export const detailDimensions: string[] = [
  pageLoadDimensions.target,
  ...pageLoadKinds.flatMap(kind => [
    ...dimensionsBehind.distribution(kind),
    ...dimensionsBehind.routes(kind),
  ]),
];
