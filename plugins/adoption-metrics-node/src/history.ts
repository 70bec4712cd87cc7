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
  /** As people call it. */
  name: string;
  /** Entity ref of the team above, if there is one. */
  parentRef?: string;
  /** Entity refs of its direct members; those below are in it as well. */
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
 * Knows the past of a portal. What it returns runs through the same code as live
 * data, with the clock set to each event's instant.
 *
 * @public
 */
export interface HistorySource {
  /** Names the source in storage, such as `sample`. */
  id: string;
  /** Shown wherever metrics rest on this source. */
  label: string;
  /** The instant at which the imported history begins, before `end`. */
  startsAt(end: number): number;
  /** The longest time between two beats of one process, in milliseconds. */
  heartbeatPeriod: number;
  /**
   * What happened in the half-open interval `[from, to)`, in order of time, in
   * the history that began at the instant `start`. A day that is asked for again,
   * alone or in a longer interval, must always come out in the same way: the
   * portal may come back for what followed months later.
   */
  events(interval: {
    start: number;
    from: number;
    to: number;
  }): Iterable<HistoryEvent> | AsyncIterable<HistoryEvent>;
}

/**
 * What a person did on a day in one plugin, as another tool has counted it.
 *
 * @public
 */
export interface ImportedUse {
  entityRef: string;
  pluginId: string;
  /** What was done, such as `navigate`. */
  action: string;
  /** How often. */
  count: number;
}

/**
 * Past activity that another tool has recorded, and that an administrator may
 * import. It is previewed first, and read a day at a time.
 *
 * @public
 */
export interface ImportSource {
  /** Names it in the API: lower-case letters, digits and dashes. */
  id: string;
  /** As people call it, such as `Red Hat Adoption Insights`. */
  label: string;
  /** What counts there, to go on after "counted": `every recorded event`. */
  counts: string;
  /**
   * Opens what was recorded.
   *
   * @throws NotFoundError if there is nothing, with a message for administrators
   */
  open(): Promise<OpenImport>;
}

/**
 * What another tool has recorded, while it is read.
 *
 * @public
 */
export interface OpenImport {
  /** When the first and the last activity was, in milliseconds UTC; undefined without any. */
  span(): Promise<{ first: number; last: number } | undefined>;
  /**
   * What everyone did in the half-open interval `[from, to)` in milliseconds
   * UTC, each person, plugin and action once. A day that is asked for again comes
   * out in the same way.
   */
  uses(interval: { from: number; to: number }): Promise<ImportedUse[]>;
  /**
   * How often each person was there in an interval, for previews, where that is
   * read faster than all uses.
   */
  people?(interval: {
    from: number;
    to: number;
  }): Promise<Array<Pick<ImportedUse, 'entityRef' | 'count'>>>;
  close(): Promise<void>;
}

/**
 * Lets a module give the portal a past.
 *
 * @public
 */
export interface AdoptionMetricsHistoryExtensionPoint {
  /**
   * A second source switches the plugin off, which then says so; the portal
   * starts.
   */
  setSource(source: HistorySource): void;
  /**
   * Adds a past that an administrator may import. An id that is there already
   * switches the plugin off, which then says so; the portal starts.
   */
  addImport(source: ImportSource): void;
}

/** @public */
export const adoptionMetricsHistoryExtensionPoint =
  createExtensionPoint<AdoptionMetricsHistoryExtensionPoint>({
    id: 'adoption-metrics.history',
  });
