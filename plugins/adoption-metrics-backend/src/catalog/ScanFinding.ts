import { Exemption } from './exemption';

/** One reason for which one entity is stale, or will be once its grace is over. */
export interface ScanFinding {
  /** In lower case; the entity keeps it when it is re-created. */
  entityRef: string;
  kind: string;
  /** All of its owners but placeholders, sorted. */
  ownerRefs: string[];
  /** Those of them that are not in the catalog; empty if not checked. */
  missingOwnerRefs: string[];
  reason: string;
  sentence: string;
  hint: string;
  /** What has to be fixed, if that is not the entity itself. */
  cause?: string;
  /** When a scan first saw it, in ms UTC. */
  since: number;
  /** False during the grace period, and while an exemption holds. */
  counted: boolean;
  exemption?: Exemption;
  /** Whether it is the oldest of its entity that counts, or is exempted. */
  isFirst: boolean;
}
