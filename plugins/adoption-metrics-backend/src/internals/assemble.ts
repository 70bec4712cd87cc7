import { LoggerService } from '@backstage/backend-plugin-api';
import { ConfigReader } from '@backstage/config';
import { JsonObject } from '@backstage/types';
import { MetricId } from 'backstage-plugin-adoption-metrics-common';
import { Clock } from 'backstage-plugin-adoption-metrics-node';
import { Knex } from 'knex';
import { alertRetention, alertTimes } from '../alerts';
import { createActivity, createIngest } from '../activity';
import { createCatalog } from '../catalog';
import { AdoptionMetricsConfig, readConfig } from '../config';
import {
  cardinalityRetention,
  createCorrections,
  recordInstallation,
  SettingsStore,
} from '../database';
import { portalRetention, portalTimes } from '../decision';
import { createPageLoad } from '../pageLoad';
import { Part } from '../parts';
import { createPeople } from '../people';
import { createDeadline } from '../deadline';
import {
  answerTimes,
  moneyTimes,
  numberTimes,
  proofRetention,
  proofTimes,
} from '../decision';
import { createSamples } from '../samples';
import { createRetention, createScorecard } from '../scorecard';
import { AgreedClock } from '../time';
import { createUptime } from '../uptime';

/** Backstage services that are not used here. */
const unused = {} as never;

const silentLogger = {
  info() {},
  warn() {},
  error() {},
} as never;

/**
 * Builds the folders that measure, as the plugin does, but without a backend.
 *
 * @param given.installedAt - ms UTC; defaults to the first start
 * @param given.metrics - the ones to roll up; defaults to all
 * @param given.added - additional parts
 */
export async function assemble(given: {
  knex: Knex;
  clock: Clock;
  adoptionMetrics?: JsonObject;
  installedAt?: number;
  /** The pseudonymization key; `null` generates one. */
  secret?: string | null;
  metrics?: MetricId[];
  added?: (config: AdoptionMetricsConfig) => Part[];
}) {
  const { knex, adoptionMetrics = {}, installedAt, metrics } = given;
  const clock =
    given.clock instanceof AgreedClock
      ? given.clock
      : new AgreedClock(given.clock);
  const { secret = 'a secret of enough length', added = () => [] } = given;
  const config = readConfig(new ConfigReader({ adoptionMetrics }));
  const { zone, targets } = config;
  const settings = new SettingsStore(knex);
  if (installedAt !== undefined) {
    await recordInstallation(settings, installedAt);
  }
  const base = { knex, zone, clock, settings, access: unused };
  const backstage = {
    auditor: unused,
    auth: unused,
    catalog: unused,
    integrations: unused,
    health: unused,
    notifications: unused,
    scheduler: unused,
    logger: silentLogger,
    events: { subscribe: async () => {} } as never,
  };
  const kept = createSamples(base);
  const { closedDaysState } = kept;
  const people = await createPeople({
    ...base,
    ...backstage,
    samples: kept.samples,
    developersConfig: config.developers,
    attributesConfig: config.attributes,
    minimumGroupSize: config.minimumGroupSize,
    privacySecrets: {
      secret: secret ?? undefined,
      previousSecret: undefined,
    },
    merge: unused,
  });
  const activity = createActivity({
    ...base,
    samples: kept.samples,
    rollups: kept.rollups,
    history: kept.history,
    imported: kept.imported,
    closedDaysState,
    hourly: kept.hourly,
    people: people.people,
    pseudonymize: people.pseudonymize,
    linker: people.linker,
    guests: people.guests,
    developers: people.developers,
    optOuts: people.optOuts,
    /* eslint-disable @typescript-eslint/no-use-before-define */
    silenceSources: {
      beats: window => uptime.beats(window),
      holidays: () => deadline.deadlines.holidays(),
    },
    /* eslint-enable @typescript-eslint/no-use-before-define */
    headCount: config.developers.headCount,
    minimumGroupSize: config.minimumGroupSize,
    target: targets['active-users'],
    attributes: config.attributes,
    backendPlugins: async () => undefined,
  });
  const pageLoad = createPageLoad({
    ...base,
    samples: kept.samples,
    closedDaysState,
    hourly: kept.hourly,
    target: targets['page-load'],
  });
  const uptime = await createUptime({
    ...base,
    ...backstage,
    cursors: people.cursors,
    lateDays: kept.lateDays,
    config: config.uptime,
    target: targets.uptime,
    probes: [],
  });
  const entities = await createCatalog({
    ...base,
    ...backstage,
    cursors: people.cursors,
    samples: kept.samples,
    config: config.catalog,
    target: targets['stale-entities'],
    addedRules: [],
  });
  const measuring: Part[] = [
    activity.part,
    pageLoad.part,
    uptime.part,
    entities.part,
    ...added(config),
  ];
  const scorecard = await createScorecard({
    ...base,
    logger: silentLogger,
    samples: kept.samples,
    rollups: kept.rollups,
    history: kept.history,
    imported: kept.imported,
    closedDaysState,
    measured: measuring.filter(
      ({ metric }) => !metrics || metrics.includes(metric!.id),
    ),
    correctTimes: now =>
      createCorrections({
        knex,
        zone,
        logger: silentLogger,
        // eslint-disable-next-line @typescript-eslint/no-use-before-define
        times: folders.flatMap(part => part.times ?? []),
        countDaysAfter: (day, most) =>
          activity.activity.countDaysAfter(day, most),
      }).correct(now),
  });
  const deadline = await createDeadline({
    ...base,
    samples: kept.samples,
    scorecard: scorecard.reporter,
    configured: config.deadline,
    catalog: unused,
    configuredRecipients: [],
    published: unused,
    audience: unused,
  });
  const folders: Part[] = [
    { retention: cardinalityRetention },
    kept.part,
    people.part,
    ...measuring,
    scorecard.part,
    deadline.part,
    { retention: alertRetention, times: alertTimes },
    { times: [...numberTimes, ...answerTimes, ...moneyTimes] },
    { retention: proofRetention, times: proofTimes },
    { retention: portalRetention, times: portalTimes },
  ];
  const ingest = createIngest({
    ...base,
    logger: silentLogger,
    people: people.people,
    pseudonymize: people.pseudonymize,
    linker: people.linker,
    guests: people.guests,
    counters: folders.flatMap(({ counters }) => counters ?? []),
    config: config.ingest,
    noteFailure: activity.noteFailure,
  });
  return {
    config,
    clock,
    zone,
    settings,
    kept,
    people,
    activity,
    pageLoad,
    uptime,
    entities,
    scorecard,
    deadline,
    ingest,
    folders,
    createRetention: (logger: LoggerService = silentLogger) =>
      createRetention({
        ...base,
        logger,
        rollups: kept.rollups,
        rules: [...folders].reverse().flatMap(part => part.retention ?? []),
        periods: config.retention,
      }),
  };
}

export type Assembled = Awaited<ReturnType<typeof assemble>>;
