export interface Config {
  sampleHistory?: {
    /**
     * Whether a portal without history gets an invented one. Defaults to true.
     */
    enabled?: boolean | string;
    /**
     * Which past is invented for the company in the files of `catalog.locations`:
     *
     * - `stuck`: near 10% after nine months, with a deadline at risk (default)
     * - `failed`: 8% after a year, with a deadline that was missed
     * - `succeeded`: 50% after a year and a half, with a deadline that was met
     */
    story?: 'stuck' | 'failed' | 'succeeded';
  };
}
