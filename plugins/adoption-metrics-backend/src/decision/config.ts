import { z } from 'zod';
import { section } from '../configuration';
import { answersConfig } from './answers';
import { numbersConfig } from './published';

/** The configuration below `adoptionMetrics.decision`. */
export const decisionConfig = section({
  ...numbersConfig,
  answers: answersConfig
    .prefault({})
    .describe('What nobody can measure and the decision needs'),
});

/** What the configuration says of the decision. */
export type DecisionConfig = z.output<typeof decisionConfig>;
