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
    .describe('What nobody can measure and the decision needs'),
  portals: portalsConfig
    .prefault([])
    .describe('Other portals whose adoption is measured beside this one'),
});

/** What the configuration says of the decision. */
export type DecisionConfig = z.output<typeof decisionConfig>;
