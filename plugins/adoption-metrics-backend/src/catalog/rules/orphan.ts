import { Entity } from '@backstage/catalog-model';
import { BuiltInRule } from './StalenessRule';

const ANNOTATION = 'backstage.io/orphan';

export function isOrphan({ metadata }: Entity): boolean {
  return metadata.annotations?.[ANNOTATION] === 'true';
}

/** Nothing in the catalog references the entity anymore. */
export function orphanRule(): BuiltInRule {
  return {
    reason: 'orphan',
    definition: 'no location references it anymore',
    evaluate: ({ entity }) =>
      isOrphan(entity)
        ? {
            sentence: 'No location references this entity anymore.',
            hint: 'Unregister it, or restore the location that listed it.',
          }
        : undefined,
  };
}
