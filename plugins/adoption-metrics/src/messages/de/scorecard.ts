import { card } from './card';
import { common } from './common';
import { countdown } from './countdown';
import { flatten } from './flatten';
import { metric } from './metric';

// Each file is checked to be complete.
export default flatten({ common, metric, countdown, card }) as never;
