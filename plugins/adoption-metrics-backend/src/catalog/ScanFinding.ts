import { Wording } from 'backstage-plugin-adoption-metrics-common';
import { Exemption } from './exemption';

/** A reason why an entity is stale, or will be after the grace period. */
export interface ScanFinding {
  /** In lower case. Stays the same when the entity is re-created. */
  entityRef: string;
  kind: string;
  /** All owners except placeholders, sorted. */
  ownerRefs: string[];
  /** Owners that are not in the catalog; empty if not checked. */
  missingOwnerRefs: string[];
  reason: string;
  sentence: string;
  hint: string;
  /** Both in their sentences. */
  wording: { sentence: Wording[]; hint: Wording[] };
  /** What has to be fixed, if that is not the entity itself. */
  cause?: string;
  /** When a scan first found it, in ms UTC. */
  since: number;
  /** False during the grace period, and while the entity is exempt. */
  counted: boolean;
  exemption?: Exemption;
  /** Whether it is the oldest counted or exempt finding of its entity. */
  isFirst: boolean;
}
