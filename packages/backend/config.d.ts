import { HumanDuration } from '@backstage/types';

export interface Config {
  demo?: {
    /**
     * How far the clock of the metrics runs ahead of the machine's, such as
     * `P1D`. Accepted only in development.
     */
    clockOffset?: HumanDuration | string;
  };
}
