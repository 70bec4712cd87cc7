import { LoggerService } from '@backstage/backend-plugin-api';
import { ConfigReader } from '@backstage/config';
import { JsonObject } from '@backstage/types';
import { MetricId } from 'backstage-plugin-adoption-metrics-common';
import { Clock } from 'backstage-plugin-adoption-metrics-node';
import { Knex } from 'knex';
import { alertRetention, alertTimes } from '../alerts';
import { createIngest } from '../activity';
import { AdoptionMetricsConfig, readConfig } from '../config';
import { createMeasuring } from '../createAdoptionMetrics';
import {
  cardinalityRetention,
  createCorrections,
  recordInstallation,
  SettingsStore,
} from '../database';
import { portalRetention, portalTimes } from '../decision';
import { Part } from '../parts';
import {
  answerTimes,
  moneyTimes,
  numberTimes,
  proofRetention,
  proofTimes,
} from '../decision';
import { createRetention } from '../scorecard';
import { AgreedClock } from '../time';

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
  const { zone } = config;
  const addedParts = added(config);
  const settings = new SettingsStore(knex);
  if (installedAt !== undefined) {
    await recordInstallation(settings, installedAt);
  }
  const measuring = await createMeasuring({
    config: {
      ...config,
      privacySecrets: {
        secret: secret ?? undefined,
        previousSecret: undefined,
      },
    },
    knex,
    settings,
    clock,
    services: {
      auth: unused,
      catalog: unused,
      events: { subscribe: async () => {} } as never,
      health: unused,
      logger: silentLogger,
      notifications: unused,
      scheduler: unused,
    },
    integrations: unused,
    additions: { probes: [], rules: [] },
    backendPlugins: async () => undefined,
    selectMeasured: parts =>
      [...parts, ...addedParts].filter(
        ({ metric }) => !metrics || metrics.includes(metric!.id),
      ),
    merge: unused,
    correctTimes: now =>
      createCorrections({
        knex,
        zone,
        logger: silentLogger,
        // eslint-disable-next-line @typescript-eslint/no-use-before-define
        times: folders.flatMap(part => part.times ?? []),
        countDaysAfter: (day, most) =>
          measuring.activity.activity.countDaysAfter(day, most),
      }).correct(now),
    published: unused,
    audience: unused,
  });
  const { people, activity } = measuring;
  const folders: Part[] = [
    { retention: cardinalityRetention },
    ...measuring.parts,
    ...addedParts,
    { retention: alertRetention, times: alertTimes },
    { times: [...numberTimes, ...answerTimes, ...moneyTimes] },
    { retention: proofRetention, times: proofTimes },
    { retention: portalRetention, times: portalTimes },
  ];
  const ingest = createIngest({
    knex,
    zone,
    clock,
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
    ...measuring,
    ingest,
    folders,
    createRetention: (logger: LoggerService = silentLogger) =>
      createRetention({
        knex,
        zone,
        clock,
        settings,
        logger,
        rollups: measuring.samplesFolder.rollups,
        rules: [...folders].reverse().flatMap(part => part.retention ?? []),
        periods: config.retention,
      }),
  };
}

export type Assembled = Awaited<ReturnType<typeof assemble>>;
