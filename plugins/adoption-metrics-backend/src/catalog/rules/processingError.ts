import { processingErrorsOf } from '../processingErrors';
import { StalenessRule } from './StalenessRule';

const LONGEST_MESSAGE = 300;

/** The catalog has failed to process the entity for longer than `grace` ms. */
export function processingErrorRule(grace: number): StalenessRule {
  return {
    reason: 'processing-error',
    grace,
    evaluate({ entity }) {
      const [message] = processingErrorsOf(entity);
      return message === undefined
        ? undefined
        : {
            sentence: `The catalog cannot process it: ${message.slice(
              0,
              LONGEST_MESSAGE,
            )}`,
            hint: 'Correct its definition; the entity page shows the error.',
          };
    },
  };
}
