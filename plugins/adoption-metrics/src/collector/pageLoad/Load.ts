import type { PageLoadKind } from 'backstage-plugin-adoption-metrics-common';
import type { Measurement } from './measurement';
import type { Observation } from './observations';

/** A load in progress. */
export interface Load {
  /** `undefined` as long as it may still turn out to be a sign-in. */
  kind(): PageLoadKind | undefined;
  /** Takes one observation; answers once the load is over. */
  observe(observation: Observation): Measurement | undefined;
  /** What is known of the load when another one begins. */
  interrupt(at: number): Measurement;
}
