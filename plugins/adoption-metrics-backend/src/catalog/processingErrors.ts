import { ENTITY_STATUS_CATALOG_PROCESSING_TYPE } from '@backstage/catalog-client';
import { Entity } from '@backstage/catalog-model';

interface StatusItem {
  type: string;
  level: string;
  message: string;
}

/** Messages of the errors that the catalog met while processing this entity. */
export function processingErrorsOf(entity: Entity): string[] {
  const { status } = entity as Entity & { status?: { items?: StatusItem[] } };
  return (status?.items ?? [])
    .filter(isProcessingError)
    .map(({ message }) => message);
}

function isProcessingError({ type, level }: StatusItem): boolean {
  return type === ENTITY_STATUS_CATALOG_PROCESSING_TYPE && level === 'error';
}
