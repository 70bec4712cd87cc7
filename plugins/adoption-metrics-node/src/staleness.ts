import { createExtensionPoint } from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';

/** The input of a staleness rule. @public */
export interface StalenessFacts {
  /**
   * The entity with its kind, name, namespace, annotations, relations, status,
   * owner, and the additional fields of the rule.
   */
  entity: Entity;
  /** Full refs of all owners, in lower case. */
  owners: string[];
}

/** Why a rule considers an entity stale. @public */
export interface StalenessVerdict {
  /** What is wrong, in one sentence. */
  sentence: string;
  /** What to do about it, in one sentence. */
  hint: string;
  /**
   * What needs to be fixed, if not the entity itself. Entities with the same
   * reason and cause are fixed together.
   */
  cause?: string;
}

/** A rule that finds stale entities. @public */
export interface StalenessRule {
  /**
   * The reason in the API and in the configuration, such as
   * `deprecated-too-long`: up to 64 lower-case letters, digits, and dashes,
   * starting with a letter.
   */
  reason: string;
  /** Completes "An entity is stale if …". Part of the metric's definition. */
  definition: string;
  /** Additional fields that the rule reads, such as `spec.lifecycle`. */
  fields?: string[];
  /**
   * How long the problem has to last before it counts, in ms. Defaults to 0.
   */
  grace?: number;
  /**
   * Judges an entity of one of the configured kinds. Called for every entity in
   * each scan, so it has to be fast and synchronous. If it throws, the entity
   * is reported as not judged by this rule.
   */
  evaluate(facts: StalenessFacts): StalenessVerdict | undefined;
}

/** Lets modules add rules to the built-in ones. @public */
export interface AdoptionMetricsStalenessExtensionPoint {
  /**
   * Adds a rule. An invalid or duplicate reason disables the plugin, which then
   * responds with the reason; the backend starts.
   */
  addRule(rule: StalenessRule): void;
}

/** @public */
export const adoptionMetricsStalenessExtensionPoint =
  createExtensionPoint<AdoptionMetricsStalenessExtensionPoint>({
    id: 'adoption-metrics.staleness',
  });
