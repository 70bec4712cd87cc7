import { BuiltInRule } from './StalenessRule';

const ANNOTATION = 'backstage.io/orphan';

/** Nothing in the catalog leads to the entity any more. */
export function orphanRule(): BuiltInRule {
  return {
    reason: 'orphan',
    definition: 'no location leads to it any more',
    evaluate: ({ entity }) =>
      entity.metadata.annotations?.[ANNOTATION] === 'true'
        ? {
            sentence: 'No location leads to this entity any more.',
            hint: 'Unregister it, or restore the location that listed it.',
          }
        : undefined,
  };
}
