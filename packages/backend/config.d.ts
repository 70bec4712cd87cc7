import { HumanDuration } from '@backstage/types';

export interface Config {
  demo?: {
    /**
     * How far the clock of the metrics is ahead of the system clock, such as
     * `P1D`. Only accepted in development.
     */
    clockOffset?: HumanDuration | string;
  };
}
