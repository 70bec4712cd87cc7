import { AlertChannel } from 'backstage-plugin-adoption-metrics-node';
import {
  AlertReminder,
  AlertWatcher,
  collectionFacts,
  Deliverer,
  EventsChannel,
  NotificationChannel,
  WebhookChannel,
} from './alerts';
import { StalenessReporter } from './catalog';
import { CollectionOptions } from './collection';
import { createProgrammeReporter } from './deadline';
import { createUptimeOverview } from './figures';
import { ScorecardReporter } from './scorecard';
import { Services } from './services';

const PAGE = '/adoption';

/** Where a portal is that does not say where it is. */
const LOCALLY = 'http://localhost:3000';

/** The ways in which somebody is told; none unless configured. */
export function createAlertChannels(
  { notifications, catalog, auth, clock, events }: Services,
  { config }: CollectionOptions,
): AlertChannel[] {
  const { recipients, webhook } = config.alerts;
  return [
    ...(recipients.length > 0
      ? [
          new NotificationChannel({
            ...{ notifications, catalog, auth, recipients },
          }),
        ]
      : []),
    ...(webhook ? [new WebhookChannel({ ...webhook, clock })] : []),
    ...(config.alerts.events ? [new EventsChannel(events)] : []),
  ];
}

/** Watches for what somebody should hear of, and tells it. */
export async function scheduleAlerts(options: {
  services: Services;
  collection: CollectionOptions;
  scorecard: ScorecardReporter;
  channels: AlertChannel[];
  historyPlayed: Promise<void>;
}): Promise<void> {
  const { services, collection, channels, historyPlayed } = options;
  const watcher = createWatcher(options, channels);
  const reminder = createReminder(collection, channels);
  const deliverer = createDeliverer(services, collection, channels);
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
  channels: AlertChannel[],
): AlertWatcher {
  const { stores, clock, config } = collection;
  const figures = () => scorecard.scorecard();
  const sources = {
    zone: config.zone,
    samples: stores.samples,
    activity: stores.activity,
    staleness: new StalenessReporter({ store: stores.scans }),
  };
  const reporter = createProgrammeReporter(collection, figures);
  const uptime = createUptimeOverview(collection);
  return new AlertWatcher({
    store: stores.alerts,
    clock,
    logger: services.logger,
    samples: stores.samples,
    channels: channels.map(({ name }) => name),
    rules: config.alerts.rules,
    zone: config.zone,
    burnRates: now => uptime.burnRates(now),
    standing: () => reporter.standing(),
    figures: async () => (await figures()).figures,
    collection: moment => collectionFacts(sources, moment),
  });
}

function createReminder(
  { stores, clock, config }: CollectionOptions,
  channels: AlertChannel[],
): AlertReminder {
  return new AlertReminder({
    ...{ clock, zone: config.zone, rules: config.alerts.rules },
    store: stores.alerts,
    acknowledgements: stores.acknowledgements,
    channels: channels.map(({ name }) => name),
  });
}

function createDeliverer(
  { config, logger, clock }: Services,
  { stores }: CollectionOptions,
  channels: AlertChannel[],
): Deliverer {
  const baseUrl = config.getOptionalString('app.baseUrl') ?? LOCALLY;
  const link = `${baseUrl.replace(/\/$/, '')}${PAGE}`;
  return new Deliverer({ store: stores.alerts, channels, clock, logger, link });
}
