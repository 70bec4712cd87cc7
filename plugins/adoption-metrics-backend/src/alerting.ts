import { Alert, alertRules } from 'backstage-plugin-adoption-metrics-common';
import { AlertChannel } from 'backstage-plugin-adoption-metrics-node';
import {
  AlertReminder,
  AlertRouting,
  AlertWatcher,
  collectionFacts,
  Deliverer,
  EventsChannel,
  NotificationChannel,
  recipientsOf,
  WebhookChannel,
} from './alerts';
import { StalenessReporter } from './catalog';
import { CollectionOptions } from './collection';
import { createStandingReader } from './deadline';
import { createDigestSender } from './digesting';
import { createUptimeOverview } from './figures';
import { ScorecardReporter } from './scorecard';
import { Services } from './services';

const PAGE = '/adoption';
const DIGEST_PAGE = '/adoption/digest';

/** Where a portal is that does not say where it is. */
const LOCALLY = 'http://localhost:3000';

/** The ways in which somebody is told, and which of them tell of what. */
export interface Alerting {
  channels: AlertChannel[];
  routing: AlertRouting;
}

/** @param added - channels of modules */
export function createAlerting(
  services: Services,
  collection: CollectionOptions,
  added: AlertChannel[],
): Alerting {
  const { config, stores } = collection;
  const channels = [...createChannels(services, collection), ...added];
  const routing = new AlertRouting({
    ...{ channels, zone: config.zone, mutes: stores.mutes },
    rules: config.alerts.rules,
  });
  return { channels, routing };
}

/** None unless configured. */
function createChannels(
  { notifications, catalog, auth, clock, events }: Services,
  { config }: CollectionOptions,
): AlertChannel[] {
  const { webhook } = config.alerts;
  const inPortal = new NotificationChannel({
    ...{ notifications, catalog, auth },
    recipientsOf: rule => recipientsOf(config.alerts, rule),
  });
  return [
    ...(alertRules.some(rule => inPortal.reaches(rule)) ? [inPortal] : []),
    ...(webhook ? [new WebhookChannel({ ...webhook, clock })] : []),
    ...(config.alerts.events ? [new EventsChannel(events)] : []),
  ];
}

/** Watches for what somebody should hear of, and tells it. */
export async function scheduleAlerts(options: {
  services: Services;
  collection: CollectionOptions;
  scorecard: ScorecardReporter;
  alerting: Alerting;
  historyPlayed: Promise<void>;
}): Promise<void> {
  const { services, collection, alerting, historyPlayed } = options;
  const watcher = createWatcher(options, alerting);
  const reminder = createReminder(collection, alerting);
  const digests = createDigestSender(options, alerting);
  const deliverer = createDeliverer(services, collection, alerting);
  await services.scheduler.scheduleTask({
    id: 'alerts',
    frequency: { minutes: 1 },
    timeout: { minutes: 10 },
    initialDelay: { seconds: 30 },
    fn: async signal => {
      await historyPlayed;
      try {
        await watcher.watch(signal);
        await reminder.remind();
        await digests.send();
      } finally {
        // What was found before is told whether or not there is more to find.
        await deliverer.deliver(signal);
      }
    },
  });
}

function createWatcher(
  {
    services,
    collection,
    scorecard,
  }: {
    services: Services;
    collection: CollectionOptions;
    scorecard: ScorecardReporter;
  },
  { routing }: Alerting,
): AlertWatcher {
  const { stores, clock, config } = collection;
  const figures = () => scorecard.scorecard();
  const sources = {
    zone: config.zone,
    samples: stores.samples,
    activity: stores.activity,
    staleness: new StalenessReporter({ store: stores.scans }),
  };
  const standing = createStandingReader(collection);
  const uptime = createUptimeOverview(collection);
  return new AlertWatcher({
    store: stores.alerts,
    clock,
    logger: services.logger,
    samples: stores.samples,
    routing,
    rules: config.alerts.rules,
    burnRates: now => uptime.burnRates(now),
    standing: () => standing.read(),
    figures: async () => (await figures()).figures,
    collection: moment => collectionFacts(sources, moment),
  });
}

function createReminder(
  { stores, clock }: CollectionOptions,
  { routing }: Alerting,
): AlertReminder {
  return new AlertReminder({
    ...{ clock, routing },
    store: stores.alerts,
    acknowledgements: stores.acknowledgements,
  });
}

function createDeliverer(
  { config, logger, clock }: Services,
  { stores }: CollectionOptions,
  { channels }: Alerting,
): Deliverer {
  const baseUrl = config.getOptionalString('app.baseUrl') ?? LOCALLY;
  const root = baseUrl.replace(/\/$/, '');
  const linkOf = (rule: Alert['rule']) =>
    `${root}${rule === 'digest' ? DIGEST_PAGE : PAGE}`;
  return new Deliverer({
    ...{ store: stores.alerts, channels, clock, logger, linkOf },
  });
}
