import { say, withEnglish } from 'backstage-plugin-adoption-metrics-common';
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
    definition: say('definitions.rule.orphan'),
    evaluate: ({ entity }) =>
      isOrphan(entity)
        ? withEnglish({
            sentence: [say('catalog.orphan')],
            hint: [say('catalog.orphan.hint')],
          })
        : undefined,
  };
}
