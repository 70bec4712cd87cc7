import { createExtensionPoint } from '@backstage/backend-plugin-api';

/**
 * What one check of a component saw.
 *
 * @public
 */
export interface ProbeResult {
  state: 'up' | 'down';
  /** What was wrong, in a few words without personal data; at most 255 characters. */
  detail?: string;
  /** When the certificate that was shown expires, in ms UTC. */
  certificateExpiresAt?: number;
}

/**
 * Checks whether something that the portal needs is there. It becomes
 * a component with an uptime of its own.
 *
 * @public
 */
export interface Probe {
  /**
   * Names the component: up to 63 letters, digits, dashes and underscores,
   * beginning with a letter.
   */
  name: string;
  /**
   * Whether the portal counts as down whenever the component is down; `false` by default.
   */
  counts?: boolean;
  /**
   * Checks once. To be done within a minute and to end when `signal` is aborted.
   * A rejection counts as `down`; of its error a code is kept, and no text.
   */
  check(signal: AbortSignal): Promise<ProbeResult>;
}

/**
 * Lets modules add probes to those that are configured.
 *
 * @public
 */
export interface AdoptionMetricsProbesExtensionPoint {
  /**
   * A probe whose name is malformed or there already switches the plugin off,
   * which then says so; the portal starts.
   */
  addProbe(probe: Probe): void;
}

/** @public */
export const adoptionMetricsProbesExtensionPoint =
  createExtensionPoint<AdoptionMetricsProbesExtensionPoint>({
    id: 'adoption-metrics.probes',
  });
