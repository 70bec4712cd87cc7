import {
  AuditorService,
  AuthService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { EventsService } from '@backstage/plugin-events-node';
import { NotificationService } from '@backstage/plugin-notifications-node';
import { alertRules } from 'backstage-plugin-adoption-metrics-common';
import { AlertChannel, Clock } from 'backstage-plugin-adoption-metrics-node';
import { Knex } from 'knex';
import { AccessControl } from '../http';
import { ActivityStore } from '../activity';
import { CatalogScanStore } from '../catalog';
import { DeadlineStatusReader } from '../deadline';
import { SampleStore } from '../samples';
import { ScorecardReporter } from '../scorecard';
import { ReportingZone } from '../time';
import { UptimeOverview } from '../uptime';
import { AcknowledgementStore } from './AcknowledgementStore';
import { AlertReminder } from './AlertReminder';
import { createAlertRouter } from './alertRoutes';
import { AlertRouting } from './AlertRouting';
import { AlertEvaluator } from './AlertEvaluator';
import { EventsChannel } from './channels/EventsChannel';
import { NotificationChannel } from './channels/NotificationChannel';
import { WebhookChannel } from './channels/WebhookChannel';
import { collectionFacts } from './collectionFacts';
import { AlertsConfig, recipientsOf } from './config';
import { DatabaseAlertStore } from './DatabaseAlertStore';
import { Deliverer } from './Deliverer';
import { createMuteRouter } from './muteRoutes';
import { MuteStore } from './MuteStore';
import { alertRetention } from './retention';
import { pageLink } from './pageLink';

interface ChannelHandles {
  clock: Clock;
  auth: AuthService;
  catalog: CatalogService;
  events: EventsService;
  notifications: NotificationService;
  config: AlertsConfig;
}

interface AlertHandles extends ChannelHandles {
  knex: Knex;
  zone: ReportingZone;
  access: AccessControl;
  auditor: AuditorService;
  logger: LoggerService;
  samples: SampleStore;
  activity: ActivityStore;
  staleness: CatalogScanStore;
  uptime: UptimeOverview;
  deadlineStatus: DeadlineStatusReader;
  scorecard: ScorecardReporter;
  /** Channels of modules. */
  addedChannels: AlertChannel[];
  /** Where the portal is: `app.baseUrl`. */
  baseUrl: string;
}

/** Notices what somebody should hear of, and notifies them exactly once. */
export function createAlerts(handles: AlertHandles) {
  const { knex, zone, clock, access, auditor, logger, config } = handles;
  const { samples, uptime, deadlineStatus, scorecard } = handles;
  const { activity, staleness, addedChannels, baseUrl } = handles;
  const { rules } = config;
  const store = new DatabaseAlertStore(knex);
  const acknowledgements = new AcknowledgementStore(knex);
  const mutes = new MuteStore(knex);
  const channels = [...createChannels(handles), ...addedChannels];
  const routing = new AlertRouting({ channels, zone, mutes, rules });
  const evaluator = new AlertEvaluator({
    store,
    clock,
    logger,
    samples,
    routing,
    rules,
    burnRates: now => uptime.burnRates(now),
    deadlineStatus: () => deadlineStatus.read(),
    metrics: async () => (await scorecard.scorecard()).metrics,
    collection: moment =>
      collectionFacts({ zone, samples, activity, staleness }, moment),
  });
  const reminder = new AlertReminder({
    clock,
    routing,
    store,
    acknowledgements,
  });
  const deliverer = new Deliverer({
    store,
    channels,
    clock,
    logger,
    linkOf: rule => pageLink(baseUrl, rule),
  });
  return {
    store,
    routing,
    part: {
      routers: [
        createAlertRouter({
          access,
          auditor,
          clock,
          zone,
          store,
          acknowledgements,
          mutes,
          rules,
          routing,
          channels: channels.map(({ name }) => name),
        }),
        createMuteRouter({ access, auditor, clock, zone, mutes }),
      ],
      tasks: [
        {
          id: 'alerts',
          frequency: { minutes: 1 },
          timeout: { minutes: 10 },
          initialDelay: { seconds: 30 },
          run: async (signal: AbortSignal) => {
            try {
              await evaluator.evaluate(signal);
              await reminder.remind();
            } finally {
              // What was found before is delivered whether or not there is more.
              await deliverer.deliver(signal);
            }
          },
        },
      ],
      retention: alertRetention,
      personalData: { signedActs: [acknowledgements, mutes] },
    },
  };
}

/** None unless configured. */
function createChannels(handles: ChannelHandles): AlertChannel[] {
  const { clock, auth, catalog, events, notifications, config } = handles;
  const { webhook } = config;
  const inPortal = new NotificationChannel({
    notifications,
    catalog,
    auth,
    recipientsOf: rule => recipientsOf(config, rule),
  });
  return [
    ...(alertRules.some(rule => inPortal.reaches(rule)) ? [inPortal] : []),
    ...(webhook ? [new WebhookChannel({ ...webhook, clock })] : []),
    ...(config.events ? [new EventsChannel(events)] : []),
  ];
}
