import {
  PageLoadKind,
  PageLoadMeasure,
} from 'backstage-plugin-adoption-metrics-common';
import { PageLoadKindSchema } from 'backstage-plugin-adoption-metrics-common/contract';
import { Percentile, percentileNames } from './PageLoads';

export const pageLoadKinds: readonly PageLoadKind[] =
  PageLoadKindSchema.options;

/** Names of the cuts under which page loads of 28 closed days are sampled. */
export const pageLoadCuts = {
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

/** The cuts from which each answer of the REST API is composed. */
export const cutsBehind = {
  kinds: [
    ...percentileNames.map(pageLoadCuts.measure),
    ...pageLoadKinds.map(pageLoadCuts.methods),
  ],
  coverage: [
    pageLoadCuts.coverage,
    pageLoadCuts.droppedEvents,
    ...pageLoadKinds.map(pageLoadCuts.discards),
  ],
  routes: (kind: PageLoadKind) =>
    percentileNames.map(name => pageLoadCuts.routes(kind, name)),
  distribution: (kind: PageLoadKind) => [pageLoadCuts.buckets(kind)],
};

/**
 * The cuts with many members. They are read of recent days only, and what is
 * older can be added up from the counters.
 */
export const detailCuts: string[] = [
  pageLoadCuts.target,
  ...pageLoadKinds.flatMap(kind => [
    ...cutsBehind.distribution(kind),
    ...cutsBehind.routes(kind),
  ]),
];
