import { TestDatabaseId } from '@backstage/backend-test-utils';
import {
  Metric,
  MetricId,
  Scorecard,
} from 'backstage-plugin-adoption-metrics-common';
import { Knex } from 'knex';
import { assemble, Assembled } from '../../internals/assemble';
import {
  recordDevelopers,
  recordHistory,
} from '../../activity/__testUtils__/history';
import { batchOf } from '../../activity/__testUtils__/ingest';
import { publishScan } from '../../catalog/__testUtils__/publishScan';
import { createTestDatabases } from '../../database/__testUtils__/testDatabases';
import { ScanRecorder } from '../../catalog/scan/ScanRecorder';
import { parseDay } from '../../time';
import { HeartbeatStore } from '../../uptime';

const databases = createTestDatabases();
const never = new AbortController().signal;

export const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/** The day that is closed; nothing of it depends on the zone. */
const TODAY = parseDay('2026-03-03')!;
const YESTERDAY = TODAY - 1;
const INSTALLED_DAYS = 400;

/** The instant at which metrics are read: the end of the day that is closed. */
export const now = TODAY * DAY_MS;

export type RecordedPortal = Awaited<ReturnType<typeof openRecordedPortal>>;

export const testedDatabases = () => databases.eachSupportedId();

/** The four metrics with their default targets, on what a test records of a portal. */
export async function openRecordedPortal(engine: TestDatabaseId) {
  const knex = await databases.create(engine);
  const portal = await assemble({
    knex,
    clock: { now: () => now },
    installedAt: now - INSTALLED_DAYS * DAY_MS,
  });
  await skipUntil(knex, YESTERDAY);
  const recorder = new ScanRecorder(knex, portal.zone);
  return {
    recordActive: (active: number, developers: number) =>
      recordActive(knex, active, developers),
    recordLoads: (count: number, seconds: number) =>
      recordLoads(portal, count, seconds),
    recordDowntime: (minutes: number) => recordDowntime(knex, minutes),
    recordCatalog: (stale: number, total: number) =>
      publishScan(recorder, { reading: scanOf(stale, total) }),
    scorecard: () => closeAndRead(portal),
  };
}

// The days before are of no interest, and there are many of them.
async function skipUntil(knex: Knex, day: number): Promise<void> {
  const days = Array.from(
    { length: INSTALLED_DAYS },
    (_, age) => day - 1 - age,
  );
  await knex.batchInsert(
    'daily_rollups',
    days.map(each => ({ day: each, state: 'final', revision: 0 })),
    100,
  );
}

async function recordActive(
  knex: Knex,
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
  await recordHistory(knex, [...people, gone]);
  // Recording a history begins with nothing.
  await skipUntil(knex, YESTERDAY);
  await recordDevelopers(knex, 0, developers);
}

async function recordLoads(
  { ingest }: Assembled,
  count: number,
  seconds: number,
): Promise<void> {
  const loads = Array.from({ length: count }, () => loadOf(seconds));
  await ingest.committer.commit([batchOf('ada', loads)]);
}

/** The portal was not heard of for so long, until noon of yesterday. */
async function recordDowntime(knex: Knex, minutes: number): Promise<void> {
  const noon = now - DAY_MS / 2;
  await recordBeats(knex, [
    { from: now - 40 * DAY_MS, to: noon - minutes * MINUTE_MS },
    { from: noon, to: now },
  ]);
}

/** The metric of a metric on a scorecard. */
export function metricOn({ metrics }: Scorecard, id: MetricId): Metric {
  return metrics.find(metric => metric.id === id)!;
}

async function closeAndRead({ scorecard }: Assembled) {
  await scorecard.rollup.rollUpDays(never);
  return scorecard.reporter.scorecard();
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

async function recordBeats(
  knex: Knex,
  beats: Array<{ from: number; to: number }>,
): Promise<void> {
  const heartbeats = new HeartbeatStore(knex);
  for (const [seq, { from, to }] of beats.entries()) {
    await heartbeats.save({
      instanceId: 'recorded',
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
    scannedAt: now - 1,
    total,
    stale,
    exempt: 0,
    ownerUnknownChecked: true,
    byReason: [],
    byKind: [],
    byOwner: [],
    withoutOwner: { total: 0, stale: 0 },
  };
}
