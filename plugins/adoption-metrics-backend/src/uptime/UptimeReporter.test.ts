import fc from 'fast-check';
import { Knex } from 'knex';
import { SettingsStore } from '../database';
import { createTestDatabases } from '../database/__testUtils__/testDatabases';
import { Availability } from './availability';
import { ComponentStore } from './ComponentStore';
import { HeartbeatStore } from './HeartbeatStore';
import { MaintenanceStore } from './MaintenanceStore';
import { HeartbeatRecorder } from './HeartbeatRecorder';
import { UptimeReporter } from './UptimeReporter';
import { recordInstallation } from '../database/installation';

const databases = createTestDatabases();
const origin = Date.UTC(2026, 10, 23, 12);
const period = 5;
const lastInstant = 150;

/** One process: awake and asleep in turn, then stopped or killed. */
interface Run {
  start: number;
  stretches: Array<{ awake: number; asleep: number }>;
  isStopped: boolean;
}

const anyRun: fc.Arbitrary<Run> = fc.record({
  start: fc.nat(100),
  stretches: fc.array(
    fc.record({
      awake: fc.integer({ min: 1, max: 40 }),
      asleep: fc.integer({ min: 1, max: 30 }),
    }),
    { minLength: 1, maxLength: 3 },
  ),
  isStopped: fc.boolean(),
});

function awakeStretches({ start, stretches }: Run): Array<[number, number]> {
  let at = start;
  return stretches.map(({ awake, asleep }) => {
    const stretch: [number, number] = [at, at + awake];
    at += awake + asleep;
    return stretch;
  });
}

function beatsOf(run: Run): number[] {
  const beats: number[] = [];
  for (const [from, to] of awakeStretches(run)) {
    for (let at = from; at < to; at += period) {
      beats.push(at);
    }
  }
  return beats;
}

function endOf(run: Run): number {
  return awakeStretches(run).at(-1)![1];
}

/** The moments that beats and stops prove, one by one. */
function provenMoments(runs: Run[]): Set<number> {
  const proven = new Set<number>();
  for (const run of runs) {
    const seen = [...beatsOf(run), ...(run.isStopped ? [endOf(run)] : [])];
    seen.slice(1).forEach((to, index) => {
      const from = seen[index];
      for (let at = from; to - from <= 10 && at < to; at += 1) {
        proven.add(at);
      }
    });
  }
  return proven;
}

function awakeMoments(runs: Run[]): Set<number> {
  const awake = new Set<number>();
  for (const [from, to] of runs.flatMap(awakeStretches)) {
    for (let at = from; at < to; at += 1) {
      awake.add(at);
    }
  }
  return awake;
}

function countMissing(moments: Set<number>, from: number, to: number) {
  let missing = 0;
  for (let at = from; at < to; at += 1) {
    missing += moments.has(at) ? 0 : 1;
  }
  return missing;
}

describe.each(databases.eachSupportedId())('UptimeReporter, %p', databaseId => {
  let knex: Knex;
  let reporter: UptimeReporter;
  let settings: SettingsStore;
  let store: HeartbeatStore;

  beforeAll(async () => {
    knex = await databases.create(databaseId);
    store = new HeartbeatStore(knex);
    settings = new SettingsStore(knex);
    reporter = new UptimeReporter({
      store,
      settings,
      components: new ComponentStore(knex),
      maintenance: new MaintenanceStore(knex),
      gaps: 'down',
      excludeLate: false,
    });
  });

  beforeEach(async () => {
    await knex('heartbeats').delete();
    await knex('settings').delete();
  });

  async function live(run: Run, instanceId: string) {
    const recorder = new HeartbeatRecorder({ store, instanceId, period });
    for (const beat of beatsOf(run)) {
      await recorder.beat(origin + beat);
    }
    if (run.isStopped) {
      await recorder.close(origin + endOf(run), 'shutdown');
    }
  }

  async function liveAll(runs: Run[]) {
    await knex('heartbeats').delete();
    await Promise.all(runs.map((run, index) => live(run, `run-${index}`)));
  }

  it('agrees with a timeline of every process, moment by moment', async () => {
    const anyCluster = fc.array(anyRun, { minLength: 1, maxLength: 3 });
    const anyEdges = fc.tuple(fc.nat(lastInstant), fc.nat(lastInstant));
    await fc.assert(
      fc.asyncProperty(anyCluster, anyEdges, async (runs, edges) => {
        await liveAll(runs);
        const first = Math.min(...runs.map(({ start }) => start));
        const [from, to] = [Math.min(...edges), Math.max(...edges)];
        const result = await reporter.measure(
          { from: origin + from, to: origin + to },
          origin + 1_000,
        );
        const judgedFrom = Math.min(to, Math.max(from, first));
        const down = countMissing(provenMoments(runs), judgedFrom, to);
        expect(result.beforeInstallation).toBe(judgedFrom - from);
        expect(result).toMatchObject({ down, up: to - judgedFrom - down });
      }),
      { numRuns: 40 },
    );
  });

  it('measures windows together as one by one', async () => {
    // What follows a window may say more about the cause of its last incident.
    const timesOf = ({ incidents, ...rest }: Availability) => ({
      ...rest,
      incidents: incidents.map(({ from, to }) => ({ from, to })),
    });
    const windows = [
      { from: origin, to: origin + 100 },
      { from: origin + 40, to: origin + 60 },
    ];
    await fc.assert(
      fc.asyncProperty(anyRun, async run => {
        await liveAll([run]);
        const now = origin + 1_000;
        const [all, part] = await reporter.measureAll(windows, now);
        expect([all, part].map(timesOf)).toEqual([
          timesOf(await reporter.measure(windows[0], now)),
          timesOf(await reporter.measure(windows[1], now)),
        ]);
      }),
      { numRuns: 20 },
    );
  });

  it('differs from the true downtime by at most two beats an outage', async () => {
    await fc.assert(
      fc.asyncProperty(anyRun, async run => {
        await liveAll([run]);
        const window = { from: origin + run.start, to: origin + 400 };
        const { down } = await reporter.measure(window, origin + 1_000);
        const truth = countMissing(awakeMoments([run]), run.start, 400);
        const tolerance = 2 * period * run.stretches.length;
        expect(Math.abs(down - truth)).toBeLessThanOrEqual(tolerance);
      }),
      { numRuns: 40 },
    );
  });

  it('explains a window that begins with an outage', async () => {
    const stretches = [{ awake: 20, asleep: 1 }];
    await live({ start: 0, stretches, isStopped: true }, 'old');
    await live({ start: 100, stretches, isStopped: false }, 'new');
    const window = { from: origin + 80, to: origin + 110 };
    const { incidents } = await reporter.measure(window, origin + 110);
    expect(incidents).toMatchObject([
      { from: origin + 80, to: origin + 100, cause: 'planned-restart' },
    ]);
  });

  it('excludes time before the installation', async () => {
    const stretches = [{ awake: 60, asleep: 1 }];
    await live({ start: 0, stretches, isStopped: true }, 'a');
    expect(await recordInstallation(settings, origin + 20)).toBe(origin + 20);
    const window = { from: origin, to: origin + 60 };
    expect(await reporter.measure(window, origin + 60)).toMatchObject({
      beforeInstallation: 20,
      up: 40,
      firstObservedAt: origin + 20,
    });
    await recordInstallation(settings, origin + 500);
    await recordInstallation(settings, origin + 10);
    expect(await reporter.measure(window, origin + 60)).toMatchObject({
      beforeInstallation: 10,
      up: 50,
    });
  });

  it('reports nothing before the first heartbeat', async () => {
    await recordInstallation(settings, origin);
    const window = { from: origin, to: origin + 60 };
    const { strict, accountable } = await reporter.measure(window, origin + 60);
    expect({ strict, accountable }).toEqual({
      strict: undefined,
      accountable: 0,
    });
  });
});
