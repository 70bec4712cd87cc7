import { createExtensionPoint } from '@backstage/backend-plugin-api';

/** The result of one check. @public */
export interface ProbeResult {
  state: 'up' | 'down';
  /**
   * What is wrong, in a few words without personal data; at most 255
   * characters.
   */
  detail?: string;
  /** When the server's certificate expires, in ms UTC. */
  certificateExpiresAt?: number;
}

/**
 * Checks something that the portal depends on. It becomes a component with its
 * own uptime.
 *
 * @public
 */
export interface Probe {
  /**
   * The name of the component: up to 63 letters, digits, dashes, and
   * underscores, starting with a letter.
   */
  name: string;
  /**
   * Whether the portal counts as down while the component is down. Defaults to
   * false.
   */
  counts?: boolean;
  /**
   * Runs one check. It has to finish within a minute, and stop when `signal` is
   * aborted. A rejection counts as `down`; only a code of the error is stored,
   * not its message.
   */
  check(signal: AbortSignal): Promise<ProbeResult>;
}

/** Lets modules add probes to the configured ones. @public */
export interface AdoptionMetricsProbesExtensionPoint {
  /**
   * Adds a probe. An invalid or duplicate name disables the plugin, which then
   * responds with the reason; the backend starts.
   */
  addProbe(probe: Probe): void;
}

/** @public */
export const adoptionMetricsProbesExtensionPoint =
  createExtensionPoint<AdoptionMetricsProbesExtensionPoint>({
    id: 'adoption-metrics.probes',
  });
