import {
  say,
  withEnglish,
  Wording,
} from 'backstage-plugin-adoption-metrics-common';
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
    definition: say('definitions.rule.source-error'),
    /** @throws Error if the catalog does not say what it comes from */
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
          ...withEnglish({
            sentence: [sentenceOn(unread)],
            hint: [say('catalog.source-error.hint')],
          }),
        }
      );
    },
  };
}

function sentenceOn({ place, message, isOwn }: UnreadSource): Wording {
  const shown = { place: concealAddresses(place) };
  if (message !== undefined) {
    const error = plainText(concealAddresses(message), {
      most: LONGEST_MESSAGE,
    });
    return say('catalog.source-error.listed', { ...shown, error });
  }
  return isOwn
    ? say('catalog.source-error.own', shown)
    : say('catalog.source-error.location', shown);
}
