import { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { NotificationService } from '@backstage/plugin-notifications-node';
import { THIS_PORTAL } from 'backstage-plugin-adoption-metrics-common';
import { Clock } from 'backstage-plugin-adoption-metrics-node';
import { Knex } from 'knex';
import {
  ActivityStore,
  FrozenPeriodStore,
  PilotReader,
  PluginInventoryReporter,
  UseReporter,
} from '../activity';
import { DeliveryStore } from '../alerts';
import { CatalogScanStore } from '../catalog';
import { SettingsStore } from '../database';
import {
  AnnotationStore,
  DeadlineReporter,
  DeadlineStatusReader,
  DeadlineStore,
} from '../deadline';
import { PageLoadStore } from '../pageLoad';
import { Part } from '../parts';
import {
  DeveloperStore,
  PeopleStore,
  Pseudonymizer,
  SecretLinker,
  TeamStore,
} from '../people';
import { SampleStore } from '../samples';
import { SampleHistoryStore } from '../samples';
import { ScorecardReporter } from '../scorecard';
import { Day, ReportingZone } from '../time';
import { createAnswers } from './answers';
import { createChecklist } from './checklist';
import { createChoices } from './choices';
import { DecisionConfig } from './config';
import { createFacts } from './facts';
import { createMoney } from './money';
import { createOptions } from './options';
import { createPlans } from './plans';
import { createPortals } from './portals';
import { createProofs } from './proofs';
import { adoptionIn, createPublished } from './published';
import { createReport } from './report';

/** Says what a portal that is stuck can do, and which options it has. */
export function createDecision(handles: {
  knex: Knex;
  logger: LoggerService;
  settings: SettingsStore;
  auth: AuthService;
  catalog: CatalogService;
  people: Pick<PeopleStore, 'admit'>;
  pseudonymize: Pseudonymizer;
  linker: Pick<SecretLinker, 'link' | 'isDone'>;
  samples: SampleStore;
  /** Changes whenever data about closed days may have changed. */
  closedDaysState(): Promise<string>;
  periods: FrozenPeriodStore;
  /** A number of developers that replaces the catalog's. */
  headCount: number | undefined;
  /** What this portal is called. */
  portalTitle: string;
  zone: ReportingZone;
  clock: Clock;
  notifications: NotificationService;
  config: DecisionConfig;
  launchedOn: Day | undefined;
  history: SampleHistoryStore;
  activity: ActivityStore;
  scans: CatalogScanStore;
  pageLoads: PageLoadStore;
  use: UseReporter;
  inventory: PluginInventoryReporter;
  teams: TeamStore;
  developers: DeveloperStore;
  deadlines: DeadlineStore;
  pilot: PilotReader;
  deadlineStatus: DeadlineStatusReader;
  deadlineReporter: DeadlineReporter;
  annotations: AnnotationStore;
  deliveries: DeliveryStore;
  scorecard: ScorecardReporter;
  /** Share of developers who have to be active. */
  target: number;
  minimumGroupSize: number;
  /** Days for which activity is kept. */
  keepDays: number;
}) {
  const { knex, zone, clock, config, launchedOn, history } = handles;
  const { logger, notifications } = handles;
  const { activity, scans, pageLoads, use } = handles;
  const { deadlines, deliveries, scorecard } = handles;
  const { teams, developers, target, minimumGroupSize, keepDays } = handles;
  const { pilot, deadlineStatus, deadlineReporter, annotations } = handles;
  const { samples } = handles;

  const { published, ...publishedFolder } = createPublished({
    knex,
    clock,
    config,
  });

  const { answers, ...answersFolder } = createAnswers({
    knex,
    clock,
    zone,
    published,
    readiness: publishedFolder.readiness,
    configured: config.answers,
  });

  const { facts } = createFacts({
    clock,
    zone,
    scorecard,
    scans,
    inventory: handles.inventory,
    activity,
    launchedOn,
  });

  const checklist = createChecklist({
    zone,
    clock,
    published,
    answers,
    facts,
    pageLoads,
    deadlines,
    deliveries,
  });

  const money = createMoney({ knex, zone, clock, published, answers, facts });

  const options = createOptions({
    zone,
    published,
    answers,
    facts,
    pilot,
    deadlineStatus,
    conditions: checklist.conditions,
    state: async () =>
      JSON.stringify([
        await handles.closedDaysState(),
        await scans.latestRun(),
        await deadlineStatus.read(),
        await publishedFolder.state(),
        await answersFolder.state(),
      ]),
  });

  const choices = createChoices({ clock, zone, published, annotations });

  const plans = createPlans({
    clock,
    zone,
    published,
    history,
    launchedOn,
    deadlineReporter,
  });

  const portals = createPortals({
    knex,
    zone,
    clock,
    logger: handles.logger,
    settings: handles.settings,
    auth: handles.auth,
    catalog: handles.catalog,
    people: handles.people,
    pseudonymize: handles.pseudonymize,
    linker: handles.linker,
    samples: handles.samples,
    activity,
    periods: handles.periods,
    use,
    scorecard,
    headCount: handles.headCount,
    keepDays,
    title: handles.portalTitle,
    portals: config.portals,
  });

  const proofs = createProofs({
    knex,
    zone,
    clock,
    logger,
    notifications,
    teams,
    developers,
    deadlines,
    published,
    activity: portals.portalActivity,
    thisPortal: THIS_PORTAL,
    currency: publishedFolder.currency,
    target,
    minimumGroupSize,
    keepDays,
  });

  const report = createReport({
    zone,
    clock,
    samples,
    scorecard,
    deadline: deadlineReporter,
    annotations,
    money: money.money,
    options: options.options,
  });

  const parts: Part[] = [
    publishedFolder.part,
    answersFolder.part,
    checklist.part,
    money.part,
    options.part,
    choices.part,
    plans.part,
    portals.part,
    proofs.part,
    report.part,
  ];
  return {
    parts,
    /** What others have published of adoption, for the deadline. */
    publishedAdoption: async () => adoptionIn(await published.read()),
    /** What a digest recommends. */
    actions: checklist.actions,
    /** Takes the past of other portals. */
    portalImporter: portals.importer,
  };
}
