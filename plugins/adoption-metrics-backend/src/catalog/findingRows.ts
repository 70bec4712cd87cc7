import { ScanFinding } from './ScanFinding';

export const FINDINGS = 'catalog_findings';

/** The columns of a finding, both listed and staged. */
export const FINDING_COLUMNS = [
  'entity_uid',
  'reason',
  'entity_ref',
  'kind',
  'owner_ref',
  'sentence',
  'hint',
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
  entity_uid: string;
  reason: string;
  entity_ref: string;
  kind: string;
  owner_ref: string | null;
  sentence: string;
  hint: string;
  since_at: number | string;
  counted: boolean | number;
  is_first: boolean | number;
  exempt_reason: string | null;
  exempt_until: string | null;
  cause: string | null;
}

export function findingRow(finding: ScanFinding) {
  return {
    entity_uid: finding.entityUid,
    reason: finding.reason,
    entity_ref: finding.entityRef,
    kind: finding.kind,
    owner_ref: finding.ownerRef ?? null,
    sentence: finding.sentence,
    hint: finding.hint,
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
    entityUid: row.entity_uid,
    entityRef: row.entity_ref,
    kind: row.kind,
    ...(row.owner_ref !== null && { ownerRef: row.owner_ref }),
    reason: row.reason,
    sentence: row.sentence,
    hint: row.hint,
    ...(row.cause !== null && { cause: row.cause }),
    since: Number(row.since_at),
    counted: Boolean(row.counted),
    isFirst: Boolean(row.is_first),
    ...(row.exempt_reason !== null && {
      exemption: { reason: row.exempt_reason, until: row.exempt_until ?? '' },
    }),
  };
}
