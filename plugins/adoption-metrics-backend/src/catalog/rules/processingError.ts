import { say, withEnglish } from 'backstage-plugin-adoption-metrics-common';
import { plainText } from '../../database';
import { concealAddresses } from '../../failures';
import { HOUR_MS } from '../../time';
import { processingErrorsOf } from '../processingErrors';
import { BuiltInRule } from './StalenessRule';

const LONGEST_MESSAGE = 300;

// An outage of a source host marks many entities for a few minutes.
const GRACE_MS = HOUR_MS;

/** The catalog keeps failing to process the entity. */
export function processingErrorRule(): BuiltInRule {
  return {
    reason: 'processing-error',
    definition: say('definitions.rule.processing-error'),
    grace: GRACE_MS,
    evaluate({ entity }) {
      const [message] = processingErrorsOf(entity);
      return message === undefined
        ? undefined
        : withEnglish({
            sentence: [
              say('catalog.processing-error', {
                error: plainText(concealAddresses(message), {
                  most: LONGEST_MESSAGE,
                }),
              }),
            ],
            hint: [say('catalog.processing-error.hint')],
          });
    },
  };
}
