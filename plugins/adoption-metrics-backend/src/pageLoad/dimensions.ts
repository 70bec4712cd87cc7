import {
  PageLoadKind,
  PageLoadMeasure,
} from 'backstage-plugin-adoption-metrics-common';
import { PageLoadKindSchema } from 'backstage-plugin-adoption-metrics-common/contract';
import { Percentile, percentileNames } from './PageLoads';

/** The metric whose samples hold everything about page loads. */
export const METRIC = 'page-load';

/** Days of which every window of closed days consists. */
export const WINDOW_DAYS = 28;

/** With fewer loads there is no verdict, and no number of an open day. */
export const FEWEST_LOADS = 30;

/** All kinds of page loads. */
export const pageLoadKinds: readonly PageLoadKind[] =
  PageLoadKindSchema.options;

/** Names of the dimensions under which page loads of 28 closed days are sampled. */
export const pageLoadDimensions = {
  /** By kind: each measure that has a history. */
  measure: (measure: PageLoadMeasure): string => measure,
  /** By kind: navigations, and how many of them were measured. */
  coverage: 'coverage',
  /** By reason: events that browsers gave up. */
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
  /** The target in seconds that loads were counted against. */
  target: 'target',
};

/** The dimensions from which each answer of the REST API is composed. */
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
 * The dimensions with many members. They are read of recent days only, and what is
 * older can be added up from the counters.
 */
export const detailDimensions: string[] = [
  pageLoadDimensions.target,
  ...pageLoadKinds.flatMap(kind => [
    ...dimensionsBehind.distribution(kind),
    ...dimensionsBehind.routes(kind),
  ]),
];
