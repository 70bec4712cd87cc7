import { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { AlertChannel } from 'backstage-plugin-adoption-metrics-node';
import { Knex } from 'knex';
import { ActivityStore, SilenceService } from '../activity';
import { CatalogScanStore } from '../catalog';
import { SettingsStore } from '../database';
import { DeadlineStatusReader, DeadlineStore } from '../deadline';
import { CursorFactory } from '../http';
import { RecipientReader } from '../people';
import { SampleStore } from '../samples';
import { ScorecardReporter } from '../scorecard';
import { ReportingZone } from '../time';
import { UptimeOverview } from '../uptime';
import { Counters } from '../telemetry';
import { AcknowledgementStore } from './AcknowledgementStore';
import { AlertEvaluator } from './AlertEvaluator';
import { AlertReminder } from './AlertReminder';
import { AlertRouting } from './AlertRouting';
import { AlertService } from './AlertService';
import { AlertStore } from './AlertStore';
import { AlertTester } from './AlertTester';
import { createAlertTask } from './alertTask';
import { assertChannel } from './channels/assertChannel';
import { ChannelHandles, createChannels } from './channels/createChannels';
import { guarded } from './channels/guarded';
import { checkRecipients } from './checkRecipients';
import { checkRules } from './checkRules';
import { collectionFacts } from './collectionFacts';
import { recipientsOf } from './config';
import { DeadlineAudience } from './DeadlineAudience';
import { Deliverer } from './Deliverer';
import { DeliveryStore } from './DeliveryStore';
import { MuteStore } from './MuteStore';
import { pageLink } from './pageLink';
import { RecipientList } from './RecipientList';
import { alertRetention } from './retention';
import { createAlertRoutes } from './routes';
import { RuleFailureStore } from './RuleFailureStore';
import { alertTimes } from './times';

interface AlertHandles extends Omit<ChannelHandles, 'recipients' | 'reader'> {
  knex: Knex;
  auth: AuthService;
  catalog: CatalogService;
  zone: ReportingZone;
  logger: LoggerService;
  settings: SettingsStore;
  telemetry?: Counters;
  cursors: CursorFactory;
  samples: SampleStore;
  activity: ActivityStore;
  silence: SilenceService;
  staleness: CatalogScanStore;
  uptime: UptimeOverview;
  deadlines: DeadlineStore;
  deadlineStatus: DeadlineStatusReader;
  scorecard: ScorecardReporter;
  /** Channels added by modules. */
  addedChannels: AlertChannel[];
  /** Identifies this installation to receivers that serve several. */
  installation: string;
  /** URL of the portal: `app.baseUrl`. */
  baseUrl: string;
}

/** Detects important changes, and notifies people once. */
export function createAlerts(handles: AlertHandles) {
  const { knex, zone, clock, logger, config, cursors, baseUrl } = handles;
  const { settings, samples, activity, silence, staleness } = handles;
  const { uptime, deadlines, deadlineStatus, scorecard } = handles;
  const { installation } = handles;
  const { events, notifications, auth, catalog } = handles;
  const { rules } = config;
  const store = new AlertStore(knex);
  const deliveries = new DeliveryStore(knex, installation);
  const acknowledgements = new AcknowledgementStore(knex);
  const mutes = new MuteStore(knex);
  const failures = new RuleFailureStore(settings, clock);
  const reader = new RecipientReader({ catalog, auth });
  const recipients = new RecipientList({ config, deadlines });
  const { inPortal, configured } = createChannels({
    clock,
    events,
    notifications,
    recipients,
    reader,
    config,
  });
  const { addedChannels } = handles;
  addedChannels.forEach((channel, index) =>
    assertChannel(channel, addedChannels.slice(0, index)),
  );
  const others = [...configured, ...addedChannels.map(guarded)];
  const channels = [inPortal, ...others];
  const routing = new AlertRouting({ channels, rules, mutes, zone });
  const service = new AlertService({
    store,
    deliveries,
    acknowledgements,
    mutes,
    clock,
    zone,
    rules,
    names: config.names,
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
      collectionFacts({ zone, activity, silence, staleness }, moment),
  });
  const reminder = new AlertReminder({
    store,
    deliveries,
    acknowledgements,
    clock,
    routing,
  });
  // With an initial zero, the first delivery is visible as an increase.
  for (const { name } of channels) {
    handles.telemetry?.deliveries('sent', { channel: name, count: 0 });
  }
  const deliverer = new Deliverer({
    store: deliveries,
    channels,
    installation,
    clock,
    logger,
    linkOf: rule => pageLink(baseUrl, rule),
    telemetry: handles.telemetry,
  });
  const tester = new AlertTester({
    inPortal,
    others,
    recipients,
    settings,
    clock,
    installation,
    names: config.names,
    link: pageLink(baseUrl, 'deadline'),
  });
  const audience = new DeadlineAudience({
    routing,
    recipients,
    reader,
    configured: recipientsOf(config, 'deadline'),
    clock,
  });
  return {
    store,
    deliveries,
    routing,
    audience,
    part: {
      routes: createAlertRoutes(service, tester),
      tasks: [createAlertTask({ evaluator, reminder, deliverer })],
      retention: alertRetention,
      times: alertTimes,
      personalData: { signedActs: [acknowledgements, mutes] },
      diagnostics: [
        () => checkRules(failures),
        () =>
          checkRecipients({
            routing,
            recipients,
            reader,
            isDeadlineSet: async () => Boolean(await deadlineStatus.read()),
          }),
      ],
    },
  };
}
