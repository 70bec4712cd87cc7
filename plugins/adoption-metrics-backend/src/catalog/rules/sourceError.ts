import { plainText } from '../../database';
import { UnreadSource } from '../sourceState';
import { BuiltInRule } from './StalenessRule';

const LONGEST_MESSAGE = 300;

/** The file that defines the entity, or one that leads to it, is unreadable. */
export function sourceErrorRule(): BuiltInRule {
  return {
    reason: 'source-error',
    definition: 'the source it comes from cannot be read',
    /** @throws Error if the catalog does not say what it comes from */
    evaluate({ source = {} }) {
      if ('unknown' in source) {
        throw new Error(`what it comes from is unknown: ${source.unknown}`);
      }
      const { unread } = source;
      return (
        unread && {
          cause: unread.place,
          sentence: sentenceOn(unread),
          hint: 'Restore the file or access to it, or unregister the location.',
        }
      );
    },
  };
}

function sentenceOn({ place, message, isOwn }: UnreadSource): string {
  if (message !== undefined) {
    const said = plainText(message, { most: LONGEST_MESSAGE });
    return `A file that ${place} lists cannot be read: ${said}`;
  }
  return isOwn
    ? `Its source cannot be read: ${place}`
    : `The file that leads to it cannot be read: ${place}`;
}
