import { TestDatabaseId } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import {
  Figure,
  MetricId,
  Scorecard,
} from 'backstage-plugin-adoption-metrics-common';
import {
  tellDevelopers,
  tellHistory,
} from '../../activity/__testUtils__/history';
import { batchOf } from '../../activity/__testUtils__/ingest';
import { publishScan } from '../../catalog/__testUtils__/publishScan';
import { CollectionOptions, createCommitter } from '../../collection';
import { readConfig } from '../../config';
import { createTestDatabases } from '../../database/__testUtils__/testDatabases';
import { createFigures, createScorecardReporter } from '../../figures';
import { createPseudonymizer } from '../../people';
import { createStores } from '../../stores';
import { parseDay } from '../../time';
import { recordInstallation } from '../../uptime';
import { CurrentDefinitions } from '../CurrentDefinitions';
import { DayCloser } from '../DayCloser';

const databases = createTestDatabases();
const never = new AbortController().signal;

export const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/** The day that is closed; nothing of it depends on the zone. */
const TODAY = parseDay('2026-03-03')!;
const YESTERDAY = TODAY - 1;

/** The instant at which figures are read: the end of the day that is closed. */
export const now = TODAY * DAY_MS;

export type ToldPortal = Awaited<ReturnType<typeof openToldPortal>>;

export const testedDatabases = () => databases.eachSupportedId();

/** The four figures with their default targets, on what a test tells of a portal. */
export async function openToldPortal(engine: TestDatabaseId) {
  const collection = await collectionOf(engine);
  const { stores } = collection;
  return {
    tellActive: (active: number, developers: number) =>
      tellActive(collection, active, developers),
    tellLoads: (count: number, seconds: number) =>
      tellLoads(collection, count, seconds),
    tellDowntime: (minutes: number) => tellDowntime(collection, minutes),
    tellCatalog: (stale: number, total: number) =>
      publishScan(stores.scanJournal, { reading: scanOf(stale, total) }),
    scorecard: () => closeAndRead(collection),
  };
}

async function tellActive(
  { knex }: CollectionOptions,
  active: number,
  developers: number,
): Promise<void> {
  const spans = [{ from: 0, to: null }];
  const people = Array.from({ length: developers }, (_, index) => ({
    days: index < active ? [YESTERDAY] : [],
    spans,
  }));
  // Somebody who is gone: without the past the window would be incomplete.
  const gone = { days: [YESTERDAY - 40], spans: [] };
  await tellHistory(knex, [...people, gone]);
  await tellDevelopers(knex, 0, developers);
}

async function tellLoads(
  collection: CollectionOptions,
  count: number,
  seconds: number,
): Promise<void> {
  const loads = Array.from({ length: count }, () => loadOf(seconds));
  await createCommitter(collection).commit([batchOf('ada', loads)]);
}

/** The portal was not heard of for so long, until noon of yesterday. */
async function tellDowntime(
  collection: CollectionOptions,
  minutes: number,
): Promise<void> {
  const noon = now - DAY_MS / 2;
  await tellBeats(collection, [
    { from: now - 40 * DAY_MS, to: noon - minutes * MINUTE_MS },
    { from: noon, to: now },
  ]);
}

/** The figure of a metric on a scorecard. */
export function figureOn({ figures }: Scorecard, metric: MetricId): Figure {
  return figures.find(figure => figure.metric === metric)!;
}

async function collectionOf(
  engine: TestDatabaseId,
): Promise<CollectionOptions> {
  const knex = await databases.create(engine);
  const config = readConfig(new ConfigReader({}));
  const stores = createStores(knex, config);
  await recordInstallation(stores.settings, now - 400 * DAY_MS);
  const pseudonymize = createPseudonymizer('a secret of enough length');
  const clock = { now: () => now };
  return { knex, config, stores, rules: [], pseudonymize, clock };
}

async function closeAndRead(collection: CollectionOptions) {
  const { clock, config, stores } = collection;
  const figures = createFigures(collection);
  const definitions = await CurrentDefinitions.establish({
    store: stores.definitions,
    figures,
    timeZone: config.zone.name,
    today: TODAY,
  });
  const closer = new DayCloser({
    ...{ clock, figures, ...stores },
    zone: config.zone,
    definitionVersion: figure => definitions.versionOf(figure),
    firstDay: async () => YESTERDAY,
  });
  await closer.closeDays(never);
  return createScorecardReporter(collection, {
    figures,
    definitions,
  }).scorecard();
}

function loadOf(duration: number) {
  return {
    type: 'page-load' as const,
    kind: 'initial' as const,
    method: 'lcp' as const,
    at: new Date(now - DAY_MS / 2).toISOString(),
    routeId: 'catalog:index',
    duration,
  };
}

async function tellBeats(
  { stores }: CollectionOptions,
  beats: Array<{ from: number; to: number }>,
): Promise<void> {
  for (const [seq, { from, to }] of beats.entries()) {
    await stores.heartbeats.save({
      instanceId: 'told',
      seq,
      state: 'up',
      startedAt: from,
      lastBeatAt: to,
      period: 15_000,
    });
  }
}

function scanOf(stale: number, total: number) {
  return {
    ...{ scannedAt: now - 1, total, stale, exempt: 0 },
    ...{ ownerUnknownChecked: true, byReason: [], byKind: [], byOwner: [] },
  };
}
