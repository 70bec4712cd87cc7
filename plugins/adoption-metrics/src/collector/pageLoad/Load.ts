import type { PageLoadKind } from 'backstage-plugin-adoption-metrics-common';
import type { Measurement } from './measurement';
import type { Observation } from './observations';

/** A load in progress. */
export interface Load {
  /** `undefined` while it may still turn out to be a sign-in. */
  kind(): PageLoadKind | undefined;
  /** Processes an observation. Returns the result once the load is over. */
  observe(observation: Observation): Measurement | undefined;
  /** The result if another load starts now. */
  interrupt(at: number): Measurement;
}
