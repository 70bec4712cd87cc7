import { ENTITY_STATUS_CATALOG_PROCESSING_TYPE } from '@backstage/catalog-client';
import { Entity } from '@backstage/catalog-model';

/** Written by the catalog, but processors may add anything. */
interface StatusItem {
  type?: unknown;
  level?: unknown;
  message?: unknown;
}

/** Messages of errors that occurred while the catalog processed this entity. */
export function processingErrorsOf(entity: Entity): string[] {
  const { status } = entity as Entity & { status?: { items?: unknown } };
  const items: Array<StatusItem | null> = Array.isArray(status?.items)
    ? status.items
    : [];
  return items.filter(isProcessingError).map(each => String(each?.message));
}

function isProcessingError(item: StatusItem | null): boolean {
  return (
    item?.type === ENTITY_STATUS_CATALOG_PROCESSING_TYPE &&
    item.level === 'error'
  );
}
