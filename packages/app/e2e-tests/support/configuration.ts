import { PortalDirectory } from './PortalDirectory';

/** What a journey may ask of its portal. */
export interface PortalOptions {
  /** Whether automated browsers count, as people do. */
  automatedBrowsers?: boolean;
  /** How far the clock of the metrics runs ahead, such as `P1D`. */
  clockOffset?: string;
  /** Seconds between two heartbeats. */
  heartbeat?: number;
  /** Where people find it, if that is not where it listens. */
  publicUrl?: string;
  /** Whether the portal starts with the sample history, in UTC. */
  sampleHistory?: boolean;
  /** Which history and which company, if it is not the usual one. */
  story?: 'failed' | 'succeeded';
  /** To which address alerts are posted. */
  webhook?: string;
}

/** What differs from the `app-config.yaml` of the demo portal. */
export function portalConfiguration(
  directory: PortalDirectory,
  port: number,
  options: PortalOptions,
): object {
  const baseUrl = options.publicUrl ?? `http://localhost:${port}`;
  return {
    app: { baseUrl },
    backend: {
      baseUrl,
      listen: { port },
      cors: { origin: new URL(baseUrl).origin },
      database: { connection: { directory: directory.database } },
    },
    catalog: {
      processingInterval: { minutes: 1 },
      // A story has a company of its own.
      locations: options.story ? undefined : locationsIn(directory),
    },
    adoptionMetrics: adoptionMetrics(options),
    demo: { clockOffset: options.clockOffset },
  };
}

function locationsIn(directory: PortalDirectory) {
  return directory.catalogFiles().map(target => ({ type: 'file', target }));
}

function adoptionMetrics(options: PortalOptions): object {
  const { automatedBrowsers, heartbeat, sampleHistory, webhook } = options;
  return {
    timeZone: sampleHistory ? 'UTC' : zoneWhereItIsNoon(),
    collector: { automatedBrowsers },
    alerts: { webhook: webhook && { url: webhook } },
    catalog: {
      // Durations are of the type that the demo uses: types do not mix.
      schedule: { frequency: '5s', timeout: '1m', initialDelay: '5s' },
    },
    uptime: { heartbeat: heartbeat && { seconds: heartbeat } },
  };
}

/** So that no day ends while a journey looks at it. */
function zoneWhereItIsNoon(): string {
  const ahead = 12 - new Date().getUTCHours();
  // The names of these zones count westwards.
  return ahead > 0 ? `Etc/GMT-${ahead}` : `Etc/GMT+${-ahead}`;
}
