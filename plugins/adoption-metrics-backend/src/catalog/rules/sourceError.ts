import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
} from '@backstage/catalog-model';
import { normalizeLocation } from '../locations';
import { BuiltInRule } from './StalenessRule';

/** The file that defines the entity, or the location that led to it, is unreadable. */
export function sourceErrorRule(): BuiltInRule {
  return {
    reason: 'source-error',
    definition: 'the source it comes from cannot be read',
    evaluate({ entity, failingLocations }) {
      const { annotations } = entity.metadata;
      const source = [
        annotations?.[ANNOTATION_LOCATION],
        annotations?.[ANNOTATION_ORIGIN_LOCATION],
      ].find(each => each && failingLocations.has(normalizeLocation(each)));
      return source === undefined
        ? undefined
        : {
            cause: source,
            sentence: `Its source cannot be read: ${source}`,
            hint: 'Restore the file or access to it, or unregister the location.',
          };
    },
  };
}
