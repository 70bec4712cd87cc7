import { BuiltInRule } from './StalenessRule';

const ANNOTATION = 'backstage.io/orphan';

/** Nothing in the catalog references the entity anymore. */
export function orphanRule(): BuiltInRule {
  return {
    reason: 'orphan',
    definition: 'no location references it anymore',
    evaluate: ({ entity }) =>
      entity.metadata.annotations?.[ANNOTATION] === 'true'
        ? {
            sentence: 'No location references this entity anymore.',
            hint: 'Unregister it, or restore the location that listed it.',
          }
        : undefined,
  };
}
