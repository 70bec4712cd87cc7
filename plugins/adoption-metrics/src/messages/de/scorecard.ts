import { card } from './card';
import { common } from './common';
import { countdown } from './countdown';
import { flatten } from './flatten';
import { metric } from './metric';
import { scorecard } from './sentences/scorecard';

// Each file is checked to be complete.
export default flatten({
  common,
  metric,
  countdown,
  card,
  metricSentences: scorecard,
}) as never;
