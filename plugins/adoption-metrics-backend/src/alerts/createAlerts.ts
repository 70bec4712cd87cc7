import { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { AlertChannel } from 'backstage-plugin-adoption-metrics-node';
import { Knex } from 'knex';
import { ActivityStore } from '../activity';
import { CatalogScanStore } from '../catalog';
import { SettingsStore } from '../database';
import { DeadlineStatusReader } from '../deadline';
import { CursorFactory } from '../http';
import { RecipientReader } from '../people';
import { SampleStore } from '../samples';
import { ScorecardReporter } from '../scorecard';
import { ReportingZone } from '../time';
import { UptimeOverview } from '../uptime';
import { AcknowledgementStore } from './AcknowledgementStore';
import { AlertEvaluator } from './AlertEvaluator';
import { AlertReminder } from './AlertReminder';
import { AlertRouting } from './AlertRouting';
import { AlertService } from './AlertService';
import { AlertStore } from './AlertStore';
import { createAlertTask } from './alertTask';
import { ChannelHandles, createChannels } from './channels/createChannels';
import { checkRecipients } from './checkRecipients';
import { checkRules } from './checkRules';
import { collectionFacts } from './collectionFacts';
import { Deliverer } from './Deliverer';
import { DeliveryStore } from './DeliveryStore';
import { MuteStore } from './MuteStore';
import { pageLink } from './pageLink';
import { alertRetention } from './retention';
import { createAlertRoutes } from './routes';
import { RuleFailureStore } from './RuleFailureStore';

interface AlertHandles extends Omit<ChannelHandles, 'recipients'> {
  knex: Knex;
  auth: AuthService;
  catalog: CatalogService;
  zone: ReportingZone;
  logger: LoggerService;
  settings: SettingsStore;
  cursors: CursorFactory;
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

/** Notices changes that matter, and notifies of each once. */
export function createAlerts(handles: AlertHandles) {
  const { knex, zone, clock, logger, config, cursors, baseUrl } = handles;
  const { settings, samples, activity, staleness } = handles;
  const { uptime, deadlineStatus, scorecard } = handles;
  const { events, notifications, auth, catalog } = handles;
  const { rules } = config;
  const store = new AlertStore(knex);
  const deliveries = new DeliveryStore(knex);
  const acknowledgements = new AcknowledgementStore(knex);
  const mutes = new MuteStore(knex);
  const failures = new RuleFailureStore(settings, clock);
  const recipients = new RecipientReader({ catalog, auth });
  const channels = [
    ...createChannels({ clock, events, notifications, recipients, config }),
    ...handles.addedChannels,
  ];
  const routing = new AlertRouting({ channels, rules, mutes, zone });
  const service = new AlertService({
    store,
    deliveries,
    acknowledgements,
    mutes,
    clock,
    zone,
    rules,
    routing,
    cursors,
  });
  const evaluator = new AlertEvaluator({
    store,
    clock,
    logger,
    failures,
    samples,
    rules,
    routing,
    uptime,
    deadlineStatus,
    scorecard,
    collection: moment =>
      collectionFacts({ zone, samples, activity, staleness }, moment),
  });
  const reminder = new AlertReminder({
    store,
    deliveries,
    acknowledgements,
    clock,
    routing,
  });
  const deliverer = new Deliverer({
    store: deliveries,
    channels,
    clock,
    logger,
    linkOf: rule => pageLink(baseUrl, rule),
  });
  return {
    store,
    deliveries,
    routing,
    part: {
      routes: createAlertRoutes(service),
      tasks: [createAlertTask({ evaluator, reminder, deliverer })],
      retention: alertRetention,
      personalData: { signedActs: [acknowledgements, mutes] },
      diagnostics: [
        () => checkRules(failures),
        () =>
          checkRecipients({
            config,
            routing,
            recipients,
            isDeadlineSet: async () => Boolean(await deadlineStatus.read()),
          }),
      ],
    },
  };
}
