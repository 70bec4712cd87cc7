import { createExtensionPoint } from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import { EventBatch } from 'backstage-plugin-adoption-metrics-common';

/**
 * A team of an imported organization.
 *
 * @public
 */
export interface HistoryTeam {
  /** Full entity ref of the group, in lower case. */
  entityRef: string;
  /** The display name. */
  name: string;
  /** Entity ref of the parent team, if there is one. */
  parentRef?: string;
  /** Entity refs of direct members. They also belong to all parent teams. */
  members: string[];
}

/**
 * Something that happened before the plugin was there to see it. `at` is the
 * instant in milliseconds UTC.
 *
 * - `developers`: the developers known to the catalog at that moment, and the
 *   teams they were in; without `teams`, nothing is known of them. `users` are
 *   those of them whose entity is known, from which the configured attributes of
 *   people are read.
 * - `activity`: a batch as the person's browser would have sent it.
 * - `heartbeat`: a beat of a backend process; with `closed` its last one.
 * - `catalog`: the content of the software catalog at that moment, including
 *   the groups and users that own its entities.
 * - `deadline`: from this day on, that share of the developers was to be reached
 *   within an ISO 8601 period such as `P6M`. A deadline of the configuration or
 *   of the API comes first.
 * - `annotation`: what someone wrote about that day. `by` is a full entity ref.
 * - `incident-note`: what someone wrote about the incident of that moment.
 * - `portal-activity`: everyone who used another portal on that day. Portals that
 *   are not configured are left out.
 *
 * @public
 */
export type HistoryEvent = { at: number } & (
  | {
      type: 'developers';
      entityRefs: string[];
      teams?: HistoryTeam[];
      users?: Entity[];
    }
  | { type: 'activity'; entityRef: string; batch: EventBatch }
  | { type: 'heartbeat'; instanceId: string; closed?: 'shutdown' }
  | { type: 'catalog'; entities: Entity[] }
  | { type: 'deadline'; goal: number; length: string }
  | { type: 'annotation'; text: string; by: string }
  | { type: 'incident-note'; text: string; by: string }
  | { type: 'portal-activity'; portalId: string; entityRefs: string[] }
);

/**
 * Provides the past of a portal. Its events are processed by the same code as
 * live data, with the clock set to the time of each event.
 *
 * @public
 */
export interface HistorySource {
  /** Identifies the source in storage, such as `sample`. */
  id: string;
  /** Shown with metrics that are based on this source. */
  label: string;
  /** When the imported history begins; before `end`. */
  startsAt(end: number): number;
  /**
   * The maximum time between two heartbeats of one process, in milliseconds.
   */
  heartbeatPeriod: number;
  /**
   * Events in the half-open interval `[from, to)`, in chronological order, of
   * the history that begins at `start`. Repeated calls for the same time must
   * return the same events, alone or as part of a longer interval, because the
   * import can continue months later.
   */
  events(interval: {
    start: number;
    from: number;
    to: number;
  }): Iterable<HistoryEvent> | AsyncIterable<HistoryEvent>;
}

/**
 * What a person did in one plugin on a day, as counted by another tool.
 *
 * @public
 */
export interface ImportedUse {
  entityRef: string;
  pluginId: string;
  /** The kind of action, such as `navigate`. */
  action: string;
  /** The number of actions. */
  count: number;
}

/**
 * Past activity from another tool that an administrator can import. It is
 * previewed first, and then read day by day.
 *
 * @public
 */
export interface ImportSource {
  /**
   * Identifies the source in the API: lower-case letters, digits, and dashes.
   */
  id: string;
  /** The display name, such as `Red Hat Adoption Insights`. */
  label: string;
  /** What the tool counts. Completes "counted …": `every recorded event`. */
  counts: string;
  /**
   * Opens the source.
   *
   * @throws NotFoundError if there is no data, with a message for
   * administrators
   */
  open(): Promise<OpenImport>;
}

/** An import source that has been opened for reading. @public */
export interface OpenImport {
  /**
   * Times of the first and last activity, in milliseconds UTC; undefined if
   * there is none.
   */
  span(): Promise<{ first: number; last: number } | undefined>;
  /**
   * All activity in the half-open interval `[from, to)` in milliseconds UTC,
   * with one entry per person, plugin, and action. Repeated calls for the same
   * day must return the same result.
   */
  uses(interval: { from: number; to: number }): Promise<ImportedUse[]>;
  /**
   * The number of actions per person in an interval, for previews, if that is
   * faster than reading all activity.
   */
  people?(interval: {
    from: number;
    to: number;
  }): Promise<Array<Pick<ImportedUse, 'entityRef' | 'count'>>>;
  close(): Promise<void>;
}

/** Lets a module provide the past of a portal. @public */
export interface AdoptionMetricsHistoryExtensionPoint {
  /**
   * Sets the source. A second one disables the plugin, which then responds with
   * the reason; the backend starts.
   */
  setSource(source: HistorySource): void;
  /**
   * Adds a source for imports. A duplicate id disables the plugin, which then
   * responds with the reason; the backend starts.
   */
  addImport(source: ImportSource): void;
}

/** @public */
export const adoptionMetricsHistoryExtensionPoint =
  createExtensionPoint<AdoptionMetricsHistoryExtensionPoint>({
    id: 'adoption-metrics.history',
  });
