import { createHash } from 'node:crypto';
import { CollectedEvent } from 'backstage-plugin-adoption-metrics-common';
import { downloadPackages } from 'toolchain/lib/download.mjs';
import { System } from './System';

const RED_HAT = '@red-hat-developer-hub/backstage-plugin-adoption-insights';
const CODE_VERSE = '@codeverse-gp/plugin-adoption-analytics';

const dependencies = {
  [`${RED_HAT}-backend`]: '1.0.1',
  [`${RED_HAT}-common`]: '1.0.1',
  [`${CODE_VERSE}-backend`]: '1.1.0',
};

/** Installs the peers in a folder of their own; the folder. */
export function installPeers(): Promise<string> {
  return downloadPackages({
    dependencies,
    title: 'the peers of the comparison',
    folder: 'peers',
  });
}

/** Red Hat's plugin as it comes: 5 events every 2 seconds. */
export function redHatByDefault(directory: string): System {
  return {
    title: 'Red Hat adoption-insights 1.0.1, default configuration',
    package: `${RED_HAT}-backend`,
    directory,
    pluginId: 'adoption-insights',
    connections: 8,
    eventsPath: '/events',
    writeBody: ({ events }, person) =>
      JSON.stringify(events.map(event => toRedHatEvent(event, person))),
    countStored: connection => connection.number('select count(*) from events'),
  };
}

/**
 * Red Hat's plugin in the configuration with which it stored most: as often as
 * its timer allows, as many as SQLite takes in one of its statements.
 */
export function redHatAtBest(directory: string): System {
  return {
    ...redHatByDefault(directory),
    title: 'Red Hat adoption-insights 1.0.1, best configuration',
    settings: {
      app: {
        analytics: {
          adoptionInsights: { maxBufferSize: 500, flushInterval: 1 },
        },
      },
    },
  };
}

/** CodeVerse's plugin, whose buffer has no settings. */
export function codeVerse(directory: string): System {
  return {
    title: 'CodeVerse adoption-analytics 1.1.0',
    package: `${CODE_VERSE}-backend`,
    directory,
    pluginId: 'adoption-analytics',
    // It would remove half of what the comparison is about.
    settings: { adoptionAnalytics: { retentionDays: 400 } },
    connections: 8,
    eventsPath: '/events',
    writeBody: ({ events, batchId }) =>
      JSON.stringify({
        events: events.map(event => toCodeVerseEvent(event, batchId)),
      }),
    countStored: connection =>
      connection.number('select count(*) from insights_events'),
  };
}

function toRedHatEvent(event: CollectedEvent, person: string) {
  const { action, subject, pluginId, value } = describe(event);
  return {
    action,
    subject,
    value,
    attributes: { to: `/${subject}` },
    context: {
      userName: person,
      userId: createHash('sha256').update(person).digest('hex'),
      pluginId,
      extensionId: subject,
      routeRef: pluginId,
      timestamp: event.at,
    },
  };
}

function toCodeVerseEvent(event: CollectedEvent, sessionId: string) {
  const { action, subject, pluginId, value } = describe(event);
  const pathname = `/${subject}`;
  const timestamp = event.at;
  return { action, subject, value, pluginId, pathname, sessionId, timestamp };
}

/** What peers have words for. */
function describe(event: CollectedEvent): {
  action: string;
  subject: string;
  pluginId: string;
  value?: number;
} {
  switch (event.type) {
    case 'interaction':
      return {
        action: event.action,
        subject: event.extensionId!,
        pluginId: event.pluginId,
      };
    case 'page-load':
      return {
        action: event.type,
        subject: event.routeId,
        pluginId: 'app',
        value: event.duration,
      };
    case 'navigation':
      return { action: 'navigate', subject: event.routeId, pluginId: 'app' };
    case 'installed-plugins':
      return { action: event.type, subject: 'app', pluginId: 'app' };
    default:
      return { action: event.type, subject: event.reason, pluginId: 'app' };
  }
}
