import { z } from 'zod';
import { section } from '../configuration';
import { answersConfig } from './answers';
import { portalsConfig } from './portals/config';
import { numbersConfig } from './published';

/** The configuration below `adoptionMetrics.decision`. */
export const decisionConfig = section({
  ...numbersConfig,
  answers: answersConfig
    .prefault({})
    .describe('Answers that the decision needs and that cannot be measured'),
  portals: portalsConfig
    .prefault([])
    .describe('Other portals whose adoption is measured alongside this one'),
});

/** What the configuration says of the decision. */
export type DecisionConfig = z.output<typeof decisionConfig>;
