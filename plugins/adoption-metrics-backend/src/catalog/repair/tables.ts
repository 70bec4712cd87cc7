import {
  CatalogOwners,
  StaleEntityList,
  formatCsv,
} from 'backstage-plugin-adoption-metrics-common';

const entityColumns = [
  'entityRef',
  'kind',
  'ownerRefs',
  'missingOwnerRefs',
  'reason',
  'since',
  'sentence',
  'hint',
  'exemptReason',
  'exemptUntil',
] as const;

/** One row per entity and reason. */
export function staleEntitiesToCsv({ entities }: StaleEntityList): string {
  const rows = entities.flatMap(({ reasons, exemption, ...entity }) =>
    reasons.map(reason => ({
      ...reason,
      entityRef: entity.entityRef,
      kind: entity.kind,
      ownerRefs: entity.ownerRefs.join(' '),
      missingOwnerRefs: entity.missingOwnerRefs.join(' '),
      exemptReason: exemption?.reason,
      exemptUntil: exemption?.until,
    })),
  );
  return formatCsv(entityColumns, rows);
}

const ownerColumns = [
  'ownerRef',
  'inCatalog',
  'total',
  'stale',
  'share',
  'monthAgo',
  'curedByTen',
] as const;

/** One row per owner. */
export function ownersToCsv({ owners }: CatalogOwners): string {
  return formatCsv(ownerColumns, owners);
}
