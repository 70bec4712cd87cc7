import { ScanFinding } from './ScanFinding';

export const FINDINGS = 'catalog_findings';

/** Maps findings to owners. */
export const FINDING_OWNERS = 'catalog_finding_owners';

/** The columns of both listed and staged findings. */
export const FINDING_COLUMNS = [
  'entity_ref',
  'reason',
  'kind',
  'owner_refs',
  'missing_owner_refs',
  'sentence',
  'hint',
  'wording',
  'since_at',
  'counted',
  'is_first',
  'exempt_reason',
  'exempt_until',
  'cause',
] as const;

export interface FindingRow {
  id: number;
  source: string;
  entity_ref: string;
  reason: string;
  kind: string;
  /** JSON. */
  owner_refs: string;
  /** JSON. */
  missing_owner_refs: string;
  sentence: string;
  hint: string;
  /** JSON. */
  wording: string;
  since_at: number | string;
  counted: boolean | number;
  is_first: boolean | number;
  exempt_reason: string | null;
  exempt_until: string | null;
  cause: string | null;
}

export function findingRow(finding: ScanFinding) {
  return {
    entity_ref: finding.entityRef,
    reason: finding.reason,
    kind: finding.kind,
    owner_refs: JSON.stringify(finding.ownerRefs),
    missing_owner_refs: JSON.stringify(finding.missingOwnerRefs),
    sentence: finding.sentence,
    hint: finding.hint,
    wording: JSON.stringify(finding.wording),
    since_at: finding.since,
    counted: finding.counted,
    is_first: finding.isFirst,
    exempt_reason: finding.exemption?.reason ?? null,
    exempt_until: finding.exemption?.until ?? null,
    cause: finding.cause ?? null,
  };
}

export function findingOf(row: FindingRow): ScanFinding {
  return {
    entityRef: row.entity_ref,
    kind: row.kind,
    ownerRefs: JSON.parse(row.owner_refs),
    missingOwnerRefs: JSON.parse(row.missing_owner_refs),
    reason: row.reason,
    sentence: row.sentence,
    hint: row.hint,
    wording: JSON.parse(row.wording),
    ...(row.cause !== null && { cause: row.cause }),
    since: Number(row.since_at),
    counted: Boolean(row.counted),
    isFirst: Boolean(row.is_first),
    ...(row.exempt_reason !== null && {
      exemption: { reason: row.exempt_reason, until: row.exempt_until ?? '' },
    }),
  };
}
