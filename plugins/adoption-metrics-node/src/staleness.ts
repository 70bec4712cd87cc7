import { createExtensionPoint } from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';

/**
 * What a rule may know about one entity.
 *
 * @public
 */
export interface StalenessFacts {
  /**
   * As the catalog has it, with its kind, name, namespace, annotations,
   * relations, status, owner and the fields that the rule asks for.
   */
  entity: Entity;
  /** Full refs of all its owners, in lower case. */
  owners: string[];
}

/**
 * What a rule says about an entity that it holds to be stale.
 *
 * @public
 */
export interface StalenessVerdict {
  /** What is wrong, as a sentence. */
  sentence: string;
  /** What to do about it, as a sentence. */
  hint: string;
  /**
   * What has to be put right, if that is not the entity itself: entities of the
   * same reason and cause are fixed together.
   */
  cause?: string;
}

/**
 * One reason for which an entity of the catalog is stale.
 *
 * @public
 */
export interface StalenessRule {
  /**
   * Names the reason in answers and in the configuration, such as
   * `deprecated-too-long`: up to 64 lower-case letters, digits and dashes,
   * beginning with a letter.
   */
  reason: string;
  /** Completes "An entity is stale if …". It becomes part of the definition. */
  definition: string;
  /** Further fields that the rule reads, such as `spec.lifecycle`. */
  fields?: string[];
  /** How long the fault has to last before it counts, in ms; 0 by default. */
  grace?: number;
  /**
   * Judges one entity of one of the configured kinds. It is asked at each scan
   * about every one of them, so it has to be quick and must not wait for
   * anything. Where one throws, the entity is reported as not judged by it.
   */
  evaluate(facts: StalenessFacts): StalenessVerdict | undefined;
}

/**
 * Lets modules add reasons to those that the plugin has.
 *
 * @public
 */
export interface AdoptionMetricsStalenessExtensionPoint {
  /**
   * A rule whose reason is malformed or there already switches the plugin off,
   * which then says so; the portal starts.
   */
  addRule(rule: StalenessRule): void;
}

/** @public */
export const adoptionMetricsStalenessExtensionPoint =
  createExtensionPoint<AdoptionMetricsStalenessExtensionPoint>({
    id: 'adoption-metrics.staleness',
  });
