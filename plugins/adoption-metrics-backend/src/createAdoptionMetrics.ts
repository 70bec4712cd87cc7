import {
  ScmIntegrationRegistry,
  ScmIntegrations,
} from '@backstage/integration';
import { Knex } from 'knex';
import { AdoptionMetricsConfig, readConfig } from './config';
import { createCorrections, createDatabase, SettingsStore } from './database';
import { Counters, createCounters, createGauges } from './telemetry';
import { createHttp, ServedApi } from './http';
import { createSamples } from './samples';
import {
  Additions,
  Part,
  readBackendPlugins,
  Services,
  startParts,
} from './parts';
import { createPeople, createPersonalData } from './people';
import { createActivity, createIngest } from './activity';
import { createPageLoad } from './pageLoad';
import { createUptime } from './uptime';
import { createCatalog } from './catalog';
import {
  createDiagnostics,
  createRetention,
  createScorecard,
} from './scorecard';
import { Audience, createDeadline, PublishedAdoption } from './deadline';
import { createAlerts, recipientsOf } from './alerts';
import { createDigest } from './digest';
import { createDecision } from './decision';
import { createHistory, createImports } from './history';
import { AgreedClock } from './time';

interface MeasuringHandles {
  config: AdoptionMetricsConfig;
  knex: Knex;
  settings: SettingsStore;
  clock: AgreedClock;
  services: Pick<
    Services,
    | 'auth'
    | 'catalog'
    | 'events'
    | 'health'
    | 'logger'
    | 'notifications'
    | 'scheduler'
  >;
  integrations: ScmIntegrationRegistry;
  additions: Pick<Additions, 'probes' | 'rules'>;
  telemetry?: Counters;
  /** Ids of this backend's plugins; undefined if unknown. */
  backendPlugins(): Promise<string[] | undefined>;
  /** Which parts to roll up. Defaults to all that measure. */
  selectMeasured?(parts: Part[]): Part[];
  // The following are only called later, because they need later folders.
  merge(identities: { from: string; into: string }): Promise<unknown>;
  correctTimes(now: number): Promise<boolean>;
  published(): Promise<PublishedAdoption>;
  audience(): Promise<Audience>;
}

/** Builds the folders that measure, from samples to the deadline. */
export async function createMeasuring(handles: MeasuringHandles) {
  const { config, knex, settings, clock, additions, telemetry } = handles;
  const { auth, catalog, events, health } = handles.services;
  const { logger, notifications, scheduler } = handles.services;
  const { zone, targets, minimumGroupSize } = config;

  const samplesFolder = createSamples({ knex, zone, clock, settings });
  const { samples, rollups, lateDays, history, hourly } = samplesFolder;
  const { closedDaysState, imported } = samplesFolder;

  const people = await createPeople({
    knex,
    zone,
    clock,
    settings,
    samples,
    catalog,
    auth,
    logger,
    developersConfig: config.developers,
    attributesConfig: config.attributes,
    minimumGroupSize,
    privacySecrets: config.privacySecrets,
    merge: handles.merge,
  });

  const activity = createActivity({
    knex,
    zone,
    clock,
    settings,
    samples,
    rollups,
    history,
    imported,
    closedDaysState,
    hourly,
    people: people.people,
    pseudonymize: people.pseudonymize,
    linker: people.linker,
    guests: people.guests,
    developers: people.developers,
    optOuts: people.optOuts,
    // Uptime and the deadline are built later.
    /* eslint-disable @typescript-eslint/no-use-before-define */
    silenceSources: {
      beats: window => uptime.beats(window),
      holidays: () => deadline.deadlines.holidays(),
    },
    /* eslint-enable @typescript-eslint/no-use-before-define */
    headCount: config.developers.headCount,
    minimumGroupSize,
    target: targets['active-users'],
    attributes: config.attributes,
    backendPlugins: handles.backendPlugins,
  });

  const pageLoad = createPageLoad({
    knex,
    zone,
    clock,
    settings,
    samples,
    closedDaysState,
    hourly,
    target: targets['page-load'],
  });

  const uptime = await createUptime({
    knex,
    zone,
    clock,
    health,
    logger,
    settings,
    cursors: people.cursors,
    lateDays,
    config: config.uptime,
    target: targets.uptime,
    probes: additions.probes,
  });

  const entities = await createCatalog({
    knex,
    zone,
    clock,
    cursors: people.cursors,
    auth,
    catalog,
    events,
    logger,
    notifications,
    scheduler,
    samples,
    integrations: handles.integrations,
    config: config.catalog,
    target: targets['stale-entities'],
    telemetry,
    addedRules: additions.rules,
  });

  const measured: Part[] = [
    activity.part,
    pageLoad.part,
    uptime.part,
    entities.part,
  ];
  const scorecard = await createScorecard({
    knex,
    zone,
    clock,
    logger,
    settings,
    samples,
    rollups,
    history,
    imported,
    closedDaysState,
    measured: handles.selectMeasured?.(measured) ?? measured,
    correctTimes: handles.correctTimes,
  });

  const deadline = await createDeadline({
    knex,
    zone,
    clock,
    samples,
    scorecard: scorecard.reporter,
    configured: config.deadline,
    catalog,
    configuredRecipients: recipientsOf(config.alerts, 'deadline'),
    published: handles.published,
    audience: handles.audience,
  });

  return {
    samplesFolder,
    people,
    activity,
    pageLoad,
    uptime,
    entities,
    scorecard,
    deadline,
    parts: [
      samplesFolder.part,
      people.part,
      ...measured,
      scorecard.part,
      deadline.part,
    ],
  };
}

/**
 * Builds every folder of the plugin once, in order, with the handles that it
 * needs, and puts their parts together.
 *
 * @throws InputError or ConflictError if the configuration is not valid
 */
export async function createAdoptionMetrics(
  services: Services,
  additions: Additions,
): Promise<ServedApi> {
  const { auditor, auth, catalog, events } = services;
  const { httpAuth, lifecycle, logger, notifications, permissions } = services;
  const { instanceMetadata, scheduler, userInfo } = services;
  const config = readConfig(services.config, logger);
  const { zone, minimumGroupSize } = config;

  const database = await createDatabase({
    database: services.database,
    clock: services.clock,
    logger,
    baseUrl: config.baseUrl,
  });
  const { knex, settings, clock, installation, connections } = database;

  const telemetry = createCounters();

  const http = createHttp({
    access: config.access,
    auditor,
    auth,
    catalog,
    httpAuth,
    permissions,
    userInfo,
    // Foreground page views of our plugin show that somebody was there.
    // eslint-disable-next-line @typescript-eslint/no-use-before-define
    noteReader: entityRef => measuring.activity.noteReader(entityRef),
    connections,
  });

  const measuring = await createMeasuring({
    config,
    knex,
    settings,
    clock,
    services,
    integrations: ScmIntegrations.fromConfig(services.config),
    additions,
    telemetry,
    backendPlugins: () => readBackendPlugins(instanceMetadata),
    /* eslint-disable @typescript-eslint/no-use-before-define */
    merge: identities => personalData.merge(identities),
    correctTimes: now => corrections.correct(now),
    published: () => decision.publishedAdoption(),
    audience: () => alerts.audience.read(),
    /* eslint-enable @typescript-eslint/no-use-before-define */
  });
  const { samplesFolder, people, activity, pageLoad, uptime } = measuring;
  const { entities, scorecard, deadline } = measuring;
  const { samples, rollups, history, closedDaysState } = samplesFolder;

  const alerts = createAlerts({
    knex,
    zone,
    clock,
    auth,
    catalog,
    events,
    logger,
    notifications,
    settings,
    cursors: people.cursors,
    samples,
    installation,
    baseUrl: config.baseUrl,
    scorecard: scorecard.reporter,
    activity: activity.activity,
    silence: activity.silence,
    uptime: uptime.overview,
    staleness: entities.staleness,
    deadlines: deadline.deadlines,
    deadlineStatus: deadline.status,
    config: config.alerts,
    telemetry,
    addedChannels: additions.channels,
  });

  const digest = createDigest({
    zone,
    clock,
    auth,
    samples,
    scorecard: scorecard.reporter,
    alerts,
    use: activity.use,
    people: activity.people,
    pages: pageLoad.reporter,
    owners: entities.owners,
    visibilityOf: http.visibilityOf,
    annotations: deadline.annotations,
    deadlineStatus: deadline.status,
    config: config.digest,
    names: config.alerts.names,
    // The decision is built later, and adds actions of its own.
    // eslint-disable-next-line @typescript-eslint/no-use-before-define
    moreActions: facts => decision.actions(facts),
  });

  const decision = createDecision({
    knex,
    zone,
    clock,
    notifications,
    config: config.decision,
    launchedOn: config.launchedOn,
    history,
    logger,
    settings,
    auth,
    catalog,
    people: people.people,
    pseudonymize: people.pseudonymize,
    linker: people.linker,
    samples,
    closedDaysState,
    periods: activity.periods,
    headCount: config.developers.headCount,
    portalTitle: config.portalTitle,
    scorecard: scorecard.reporter,
    scans: entities.staleness,
    activity: activity.activity,
    pageLoads: pageLoad.pageLoads,
    use: activity.use,
    inventory: activity.inventory,
    teams: people.teams,
    developers: people.developers,
    deadlines: deadline.deadlines,
    pilot: activity.pilot,
    deadlineStatus: deadline.status,
    deadlineReporter: deadline.reporter,
    annotations: deadline.annotations,
    deliveries: alerts.deliveries,
    target: config.targets['active-users'].value,
    minimumGroupSize,
    keepDays: config.retention.activity,
  });

  const folders: Part[] = [
    database.part,
    http.part,
    ...measuring.parts,
    alerts.part,
    digest.part,
    ...decision.parts,
  ];

  // What follows needs the parts of all folders.
  const ingest = createIngest({
    knex,
    zone,
    clock,
    logger,
    people: people.people,
    pseudonymize: people.pseudonymize,
    linker: people.linker,
    guests: people.guests,
    counters: folders.flatMap(({ counters }) => counters ?? []),
    config: config.ingest,
    telemetry,
    noteFailure: activity.noteFailure,
  });
  const imports = createImports({
    knex,
    zone,
    clock,
    logger,
    settings,
    config: services.config,
    imported: samplesFolder.imported,
    people: people.people,
    pseudonymize: people.pseudonymize,
    readUsers: people.readUsers,
    ingest,
    keepDays: config.retention.activity,
    added: additions.imports,
  });
  const held = [...folders, imports];
  const personalData = createPersonalData({
    knex,
    zone,
    clock,
    logger,
    pseudonymize: people.pseudonymize,
    linker: people.linker,
    assertCurrent: people.assertCurrent,
    previewer: people.previewer,
    held: held.flatMap(part => part.personalData ?? []),
  });
  const corrections = createCorrections({
    knex,
    zone,
    logger,
    times: folders.flatMap(({ times }) => times ?? []),
    countDaysAfter: (day, most) => activity.activity.countDaysAfter(day, most),
  });
  const gauges = createGauges({
    settings,
    clock,
    logger,
    groups: folders.flatMap(part => part.gauges ?? []),
  });
  const diagnostics = createDiagnostics({
    clock,
    parts: folders,
    warnings: config.warnings,
  });
  const retention = createRetention({
    knex,
    zone,
    clock,
    logger,
    settings,
    rollups,
    // In reverse, so that rows go before the people to whom they refer.
    rules: held.toReversed().flatMap(part => part.retention ?? []),
    periods: config.retention,
  });
  const imported = createHistory({
    knex,
    zone,
    clock,
    logger,
    settings,
    history,
    ingest,
    sources: additions.sources,
    heartbeats: uptime.heartbeats,
    developers: people.importedDevelopers,
    createScanner: entities.createScanner,
    kinds: config.catalog.kinds,
    attributes: config.attributes,
    deadline: deadline.service,
    annotations: deadline.annotations,
    incidentNotes: uptime.incidentNotes,
    portals: decision.portalImporter,
  });

  const parts: Part[] = [
    // Nearly all requests are events from browsers, so their route comes first.
    ingest.part,
    ...folders,
    personalData.part,
    gauges.part,
    diagnostics.part,
    retention.part,
    imports,
    imported.part,
  ];
  try {
    await startParts(parts, {
      scheduler,
      lifecycle,
      settings,
      ready: imported.ready,
      clockIsSet: clock.whenSet,
    });
  } catch (error) {
    // The import starts again with the next attempt to build the plugin.
    await imported.part.shutdown();
    throw error;
  }
  return http.serve(parts.flatMap(({ routes }) => routes ?? []));
}
