import { plainText } from '../../database';
import { CodedError, concealAddresses } from '../../failures';
import { UnreadSource } from '../sourceState';
import { BuiltInRule } from './StalenessRule';

const LONGEST_MESSAGE = 300;

/**
 * The file that defines the entity, or one that leads to it, cannot be read.
 */
export function sourceErrorRule(): BuiltInRule {
  return {
    reason: 'source-error',
    definition: 'the source it comes from cannot be read',
    /**
     * @throws Error if the catalog does not say where it comes from
     */
    evaluate({ source = {} }) {
      if ('unknown' in source) {
        throw new CodedError(
          'source-unknown',
          `its source is unknown: ${source.unknown}`,
        );
      }
      const { unread } = source;
      return (
        unread && {
          cause: concealAddresses(unread.place),
          sentence: sentenceOn(unread),
          hint: 'Restore the file or access to it, or unregister the location.',
        }
      );
    },
  };
}

function sentenceOn({ place, message, isOwn }: UnreadSource): string {
  const shown = concealAddresses(place);
  if (message !== undefined) {
    const said = concealAddresses(message);
    return `A file listed by ${shown} cannot be read: ${plainText(said, {
      most: LONGEST_MESSAGE,
    })}`;
  }
  return isOwn
    ? `Its source cannot be read: ${shown}`
    : `The location that registers it cannot be read: ${shown}`;
}
