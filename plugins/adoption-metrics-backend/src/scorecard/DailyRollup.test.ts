import { TestDatabaseId } from '@backstage/backend-test-utils';
import { upsertAll } from '../database';
import { createTestDatabases } from '../database/__testUtils__/testDatabases';
import { SampleStore } from '../samples';
import {
  AgreedClock,
  ReportingZone,
  SettableClock,
  startOfPeriod,
} from '../time';
import { DAY, headlineOf } from '../samples/__testUtils__/samples';
import { metricOf } from './__testUtils__/metrics';
import { firstDayBehind } from '../activity/periods';
import { DailyRollup, daysToMeasure } from './DailyRollup';
import { RollupState, RollupStore } from '../samples/RollupStore';
import { LateEventCounter } from './LateEventCounter';

const HOUR_MS = 3_600_000;
const databases = createTestDatabases();
const zone = ReportingZone.create('Europe/Berlin');
const signal = new AbortController().signal;

async function setUp(engine: TestDatabaseId, firstDay: number | undefined) {
  const knex = await databases.create(engine);
  const clock = new SettableClock();
  const rollups = new RollupStore(knex);
  const samples = new SampleStore(knex);
  const measured: number[] = [];
  const hooks = {
    value: 1,
    whileMeasuring: async (_day: number) => {},
    heldFrom: -Infinity,
    prepared: [] as number[][],
    /** What becomes known of other days. */
    learn: async (_days: number[]): Promise<number[]> => [],
  };
  const metric = metricOf({
    firstDayBehind,
    async prepare(days) {
      hooks.prepared.push(days);
      return hooks.learn(days);
    },
    canMeasure: async day => day >= hooks.heldFrom,
    async measure(day) {
      measured.push(day);
      const { value } = hooks;
      await hooks.whileMeasuring(day);
      return [headlineOf(value)];
    },
  });
  const rollup = new DailyRollup({
    clock: new AgreedClock(clock),
    zone,
    rollups,
    samples,
    metrics: [metric],
    definitionVersion: () => 3,
    firstDay: async () => firstDay,
  });
  return {
    knex,
    clock,
    rollups,
    hooks,
    rollup,
    /** The days measured since the last call, oldest first. */
    takeMeasured: () => measured.splice(0).sort((a, b) => a - b),
    headlines: () =>
      samples.headlines('active-users', { from: DAY - 99, to: DAY + 99 }),
    states: async () => (await rollups.all()).map(({ state }) => state),
  };
}

describe.each(databases.eachSupportedId())('DailyRollup, %p', engine => {
  it('does nothing before anything was collected', async () => {
    const { clock, rollup, rollups } = await setUp(engine, undefined);
    clock.set(zone.startOf(DAY));
    expect(await rollup.rollUpDays(signal)).toBe(0);
    expect(await rollups.all()).toEqual([]);
  });

  it('rolls up every day before today that is missing, once', async () => {
    const portal = await setUp(engine, DAY);
    portal.clock.set(zone.startOf(DAY + 2) + HOUR_MS);
    expect(await portal.rollup.rollUpDays(signal)).toBe(2);
    expect(portal.takeMeasured()).toEqual([DAY, DAY + 1]);
    const before = await portal.headlines();
    expect(before[1]).toMatchObject({
      metric: 'active-users',
      day: DAY + 1,
      value: 1,
      definitionVersion: 3,
      timeZone: 'Europe/Berlin',
      state: 'provisional',
      computedAt: portal.clock.now(),
    });
    portal.clock.set(portal.clock.now() + HOUR_MS);
    expect(await portal.rollup.rollUpDays(signal)).toBe(0);
    expect(portal.takeMeasured()).toEqual([]);
    expect(await portal.headlines()).toEqual(before);
  });

  it('rolls up a day when the day of the reporting zone is over', async () => {
    const { clock, rollup } = await setUp(engine, DAY);
    clock.set(zone.startOf(DAY + 1) - 1);
    expect(await rollup.rollUpDays(signal)).toBe(0);
    clock.set(zone.startOf(DAY + 1));
    expect(await rollup.rollUpDays(signal)).toBe(1);
  });

  it('makes a day final after 72 hours without measuring it', async () => {
    const portal = await setUp(engine, DAY);
    const statesAt = async (instant: number) => {
      portal.clock.set(instant);
      await portal.rollup.rollUpDays(signal);
      const [sample] = await portal.headlines();
      return [sample.state, (await portal.states())[0]];
    };
    const finalAt = zone.startOf(DAY + 1) + 72 * HOUR_MS;
    await statesAt(zone.startOf(DAY + 1));
    expect(await statesAt(finalAt - 1)).toEqual(['provisional', 'provisional']);
    portal.takeMeasured();
    expect(await statesAt(finalAt)).toEqual(['final', 'final']);
    expect(portal.takeMeasured()).not.toContain(DAY);
  });

  it('makes days final at once when it catches up', async () => {
    const portal = await setUp(engine, DAY);
    portal.clock.set(zone.startOf(DAY + 5));
    await portal.rollup.rollUpDays(signal);
    const states = (await portal.headlines()).map(({ state }) => state);
    expect(states).toEqual([
      'final',
      'final',
      'provisional',
      'provisional',
      'provisional',
    ]);
    expect(await portal.states()).toEqual(states);
  });

  it('measures every window again that holds a late event', async () => {
    const portal = await setUp(engine, DAY);
    portal.clock.set(zone.startOf(DAY + 30));
    await portal.rollup.rollUpDays(signal);
    portal.takeMeasured();
    const late = { day: DAY + 1 } as never;
    const today = { day: DAY + 30 } as never;
    const counter = new LateEventCounter({ ...portal, zone });
    await upsertAll(portal.knex, counter.count([late, late, today]));
    portal.hooks.value = 2;
    expect(await portal.rollup.rollUpDays(signal)).toBe(28);
    const values = (await portal.headlines()).map(({ value }) => value);
    expect(values).toEqual([1, ...Array(28).fill(2), 1]);
    expect(await portal.states()).not.toContain('late');
  });

  it('rolls days up again from time to time, and new ones at once', async () => {
    const portal = await setUp(engine, DAY);
    const closeAt = async (instant: number) => {
      portal.clock.set(instant);
      await portal.rollups.markLate([DAY]);
      await portal.rollup.rollUpDays(signal);
      return portal.takeMeasured();
    };
    const midnight = zone.startOf(DAY + 2);
    const quarter = HOUR_MS / 4;
    expect(await closeAt(midnight - quarter)).toEqual([DAY]);
    expect(await closeAt(midnight - 1)).toEqual([]);
    expect(await closeAt(midnight)).toEqual([DAY, DAY + 1]);
    expect(await closeAt(midnight + quarter - 1)).toEqual([]);
    expect(await closeAt(midnight + quarter)).toEqual([DAY, DAY + 1]);
    expect(await portal.states()).toEqual(['provisional', 'provisional']);
  });

  it('prepares what changed, before anything is measured', async () => {
    const portal = await setUp(engine, DAY);
    portal.clock.set(zone.startOf(DAY + 3));
    portal.hooks.whileMeasuring = async () => {
      expect(portal.hooks.prepared).not.toEqual([]);
    };
    await portal.rollup.rollUpDays(signal);
    portal.takeMeasured();
    await portal.rollups.markLate([DAY + 1]);
    await portal.rollup.rollUpDays(signal);
    expect(portal.takeMeasured()).toEqual([DAY + 1, DAY + 2]);
    await portal.rollup.rollUpDays(signal);
    expect(portal.hooks.prepared).toEqual([
      [DAY, DAY + 1, DAY + 2],
      [DAY + 1],
      [],
    ]);
  });

  it('measures days at once of which it learns while it prepares others', async () => {
    const portal = await setUp(engine, DAY);
    portal.clock.set(zone.startOf(DAY + 2));
    await portal.rollup.rollUpDays(signal);
    await portal.rollups.markLate([DAY + 1]);
    await portal.rollup.rollUpDays(signal);
    portal.takeMeasured();
    portal.hooks.prepared = [];
    portal.hooks.learn = async days => {
      if (days.length !== 1) {
        return [];
      }
      await portal.rollups.markLate([DAY]);
      return [DAY];
    };
    portal.clock.set(zone.startOf(DAY + 3));
    await portal.rollup.rollUpDays(signal);
    expect(portal.hooks.prepared).toEqual([[DAY + 2], [DAY, DAY + 2]]);
    expect(portal.takeMeasured()).toEqual([DAY, DAY + 1, DAY + 2]);
    expect(await portal.states()).not.toContain('late');
  });

  it('leaves days as they are whose events are deleted', async () => {
    const portal = await setUp(engine, DAY);
    portal.clock.set(zone.startOf(DAY + 3));
    await portal.rollup.rollUpDays(signal);
    const before = await portal.headlines();
    portal.hooks.heldFrom = DAY + 2;
    portal.hooks.value = 2;
    await portal.rollups.markLate([DAY]);
    await portal.rollup.rollUpDays(signal);
    const after = await portal.headlines();
    expect(after.slice(0, 2)).toEqual(before.slice(0, 2));
    expect(after[2].value).toBe(2);
    expect(await portal.states()).not.toContain('late');
  });

  it('keeps a day late for which something arrives while it is measured', async () => {
    const portal = await setUp(engine, DAY);
    portal.clock.set(zone.startOf(DAY + 2));
    portal.hooks.whileMeasuring = async day => {
      portal.hooks.whileMeasuring = async () => {};
      await portal.rollups.markLate([day]);
      portal.hooks.value = 2;
    };
    await portal.rollup.rollUpDays(signal);
    expect(await portal.states()).toContain('late');
    await portal.rollup.rollUpDays(signal);
    expect(await portal.states()).toEqual(['provisional', 'provisional']);
    const values = (await portal.headlines()).map(({ value }) => value);
    expect(values).toEqual([2, 2]);
  });

  it('finishes the windows of a late event after an interruption', async () => {
    const portal = await setUp(engine, DAY);
    portal.clock.set(zone.startOf(DAY + 3));
    await portal.rollup.rollUpDays(signal);
    await portal.rollups.markLate([DAY]);
    portal.hooks.value = 2;
    const interruption = new AbortController();
    portal.hooks.whileMeasuring = async () => interruption.abort();
    const interrupted = portal.rollup.rollUpDays(interruption.signal);
    await expect(interrupted).rejects.toThrow();
    portal.hooks.whileMeasuring = async () => {};
    await portal.rollup.rollUpDays(signal);
    const values = (await portal.headlines()).map(({ value }) => value);
    expect(values).toEqual([2, 2, 2]);
  });
});

describe('daysToMeasure', () => {
  const due = (states: Record<number, RollupState>) => [
    ...daysToMeasure(
      Object.entries(states).map(([day, state]) => ({
        day: Number(day),
        state,
        revision: 0,
      })),
      firstDayBehind,
    ),
  ];

  it('is nothing if all days are closed', () => {
    expect(due({ 1: 'final', 2: 'provisional' })).toEqual([]);
  });

  it('is every day never closed', () => {
    expect(due({ 1: 'final', 2: 'open', 3: 'provisional' })).toEqual([2]);
  });

  it('is every day whose 28 days hold a late day', () => {
    const states = { 9: 'final', 10: 'late', 37: 'final', 38: 'final' };
    expect(due(states as Record<number, RollupState>)).toEqual([10, 37]);
  });

  it('is the end of the four weeks that hold a late day, and of those that follow', () => {
    const first = startOfPeriod(100, 'four-weeks');
    const [end, next, later] = [27, 55, 83].map(after => first + after);
    const states = {
      [first]: 'late',
      [end]: 'final',
      [next]: 'final',
      [later]: 'final',
    };
    expect(due(states as Record<number, RollupState>)).toEqual([
      first,
      end,
      next,
    ]);
  });
});
