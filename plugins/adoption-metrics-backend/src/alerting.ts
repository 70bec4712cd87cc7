import {
  AlertChannel,
  AlertWatcher,
  collectionFacts,
  Deliverer,
  NotificationChannel,
  WebhookChannel,
} from './alerts';
import { StalenessReporter } from './catalog';
import { CollectionOptions } from './collection';
import { createProgrammeReporter } from './deadline';
import { ScorecardReporter } from './scorecard';
import { Services } from './services';

const PAGE = '/adoption';

/** Where a portal is that does not say where it is. */
const LOCALLY = 'http://localhost:3000';

/** The ways in which somebody is told; none unless configured. */
export function createAlertChannels(
  { notifications, catalog, auth, clock }: Services,
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
  ];
}

/** Watches for what somebody should hear of, and tells it. */
export async function scheduleAlerts(options: {
  services: Services;
  collection: CollectionOptions;
  scorecard: ScorecardReporter;
  historyPlayed: Promise<void>;
}): Promise<void> {
  const { services, collection, historyPlayed } = options;
  const channels = createAlertChannels(services, collection);
  const watcher = createWatcher(options, channels);
  const deliverer = createDeliverer(services, collection, channels);
  await services.scheduler.scheduleTask({
    id: 'alerts',
    frequency: { minutes: 1 },
    timeout: { minutes: 10 },
    initialDelay: { seconds: 30 },
    fn: async signal => {
      await historyPlayed;
      await watcher.watch(signal);
      await deliverer.deliver(signal);
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
  return new AlertWatcher({
    store: stores.alerts,
    clock,
    logger: services.logger,
    samples: stores.samples,
    channels: channels.map(({ name }) => name),
    standing: () => reporter.standing(),
    figures: async () => (await figures()).figures,
    collection: moment => collectionFacts(sources, moment),
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
