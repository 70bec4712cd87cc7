import { TestDatabaseId } from '@backstage/backend-test-utils';
import {
  testedDatabases,
  TravellingPortal,
} from '../__testUtils__/TravellingPortal';
import { crowd } from '../people/__testUtils__/organization';
import { AgreedClock, Day, parseDay, SettableClock } from '../time';

jest.setTimeout(180_000);

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const OPENS = parseDay('2026-11-02')!;
const FIFTEEN = crowd(15);

/** By how much the clock of a process is off, in ms; to be changed. */
interface Off {
  own: number;
}

/** A process beside a database that knows the time, or alone with a stored one. */
function clockOf(off: Off, kind: 'database' | 'alone', stored?: number) {
  return (world: SettableClock) =>
    new AgreedClock(
      { now: () => world.now() + off.own, isCompared: true },
      {
        steady: () => world.now(),
        ...(kind === 'database' && { database: async () => world.now() }),
        ...(stored !== undefined && { stored }),
      },
    );
}

/** A process that believes its clock, as one that travels in time. */
const believing = (off: Off) => (world: SettableClock) =>
  new AgreedClock({ now: () => world.now() + off.own });

async function open(
  engine: TestDatabaseId,
  of: (off: Off) => (world: SettableClock) => AgreedClock,
) {
  const off = { own: 0 };
  const portal = await TravellingPortal.open(engine, OPENS, {}, of(off));
  const { zone } = portal;
  const at = (day: Day, hour: number) =>
    portal.travelTo(zone.startOf(day) + hour * HOUR);
  await portal.readDevelopers(FIFTEEN);
  return {
    off,
    portal,
    at,
    /** A day on which ten come in the morning and the rest in the evening. */
    async live(day: Day, atNoon: () => Promise<void> = async () => {}) {
      at(day, 9);
      await portal.visit(FIFTEEN.slice(0, 10));
      at(day, 12);
      await atNoon();
      at(day, 20);
      await portal.visit(FIFTEEN.slice(10));
      at(day + 1, 0.01);
      await portal.tick();
    },
    /** What is stored of days: who was active of whom on the day, and whether that is final. */
    async stored() {
      const samples = await portal.samples.history({
        metric: 'active-users',
        dimension: 'days',
        members: ['1'],
        days: { from: OPENS - 40_000, to: OPENS + 40_000 },
      });
      return samples.map(({ day, numerator, state }) => [
        day - OPENS,
        numerator,
        state,
      ]);
    },
  };
}

const protectedOnes = [
  ['beside a database', (off: Off) => clockOf(off, 'database')],
  ['alone', (off: Off) => clockOf(off, 'alone')],
] as const;

describe.each(testedDatabases())('clocks, %p', engine => {
  describe.each(protectedOnes)('%s', (_name, of) => {
    it.each([1, 5, 400])(
      'a clock %p days ahead for a minute changes nothing',
      async days => {
        const { off, portal, at, live, stored } = await open(engine, of);
        await live(OPENS);
        await live(OPENS + 1, async () => {
          off.own = days * DAY;
          for (let minute = 0; minute < 2; minute++) {
            portal.travelTo(
              portal.zone.startOf(OPENS + 1) + (720 + minute) * MINUTE,
            );
            await portal.tick();
            expect(await portal.retain()).toEqual({});
          }
          await portal.visit([FIFTEEN[0]]);
          await portal.readDevelopers(FIFTEEN);
          off.own = 0;
        });
        at(OPENS + 5, 1);
        await portal.tick();
        expect(await stored()).toEqual([
          [0, 15, 'final'],
          [1, 15, 'final'],
          [2, 0, 'provisional'],
          [3, 0, 'provisional'],
          [4, 0, 'provisional'],
        ]);
      },
    );
  });

  it('a replica three hours ahead or behind closes no day too early', async () => {
    for (const hours of [3, -3]) {
      const { portal, at, stored } = await open(engine, off =>
        clockOf(off, 'database'),
      );
      const apart = { own: hours * HOUR };
      const replica = await portal.beside(clockOf(apart, 'database'));
      for (const day of [OPENS, OPENS + 1]) {
        at(day, 9);
        await replica.visit(FIFTEEN.slice(0, 5));
        at(day, 22);
        await replica.tick();
        await replica.visit(FIFTEEN.slice(5));
        at(day + 1, 0.01);
        await replica.tick();
        await portal.tick();
      }
      expect(await stored()).toEqual([
        [0, 15, 'provisional'],
        [1, 15, 'provisional'],
      ]);
    }
  });

  it.each([-1, 73])(
    'a first start in 1970 or 2100 beside a database counts from today (%p)',
    async years => {
      const { portal, at, stored } = await open(engine, off => {
        off.own = years < 0 ? -OPENS * DAY : years * 366 * DAY;
        return clockOf(off, 'database');
      });
      const right = await portal.beside(clockOf({ own: 0 }, 'database'));
      at(OPENS, 9);
      await portal.visit(FIFTEEN);
      at(OPENS + 1, 1);
      await portal.tick();
      await right.tick();
      expect(await stored()).toEqual([[0, 15, 'provisional']]);
    },
  );

  it('a first start in 1970 alone takes no reports until the clock is set', async () => {
    const off = { own: -OPENS * DAY };
    const portal = await TravellingPortal.open(
      engine,
      OPENS,
      {},
      clockOf(off, 'alone'),
    );
    await expect(portal.visit(FIFTEEN)).rejects.toThrow(
      'send the batch again in a few minutes',
    );
    await portal.tick();
    expect(await portal.knex('daily_rollups')).toEqual([]);
  });

  it('a start far after the last stored time refuses no old reports yet', async () => {
    const off = { own: 5 * DAY };
    const stored = OPENS * DAY - MINUTE;
    const portal = await TravellingPortal.open(
      engine,
      OPENS,
      {},
      clockOf(off, 'alone', stored),
    );
    await expect(portal.visit(FIFTEEN)).rejects.toThrow(
      'send the batch again in a few minutes',
    );
    await portal.tick();
    expect(await portal.knex('samples')).toEqual([]);
  });

  it('what was closed in the future is measured again when it is over', async () => {
    const { off, portal, at, live, stored } = await open(engine, believing);
    await live(OPENS);
    await live(OPENS + 1, async () => {
      off.own = 5 * DAY;
      await portal.tick();
      expect(await stored()).toContainEqual([1, 10, 'final']);
      await portal.readDevelopers(crowd(14));
      off.own = 0;
      await portal.tick();
      expect(await stored()).toEqual([[0, 15, 'provisional']]);
      await portal.readDevelopers(FIFTEEN);
    });
    at(OPENS + 5, 1);
    await portal.tick();
    expect(await stored()).toEqual([
      [0, 15, 'final'],
      [1, 15, 'final'],
      [2, 0, 'provisional'],
      [3, 0, 'provisional'],
      [4, 0, 'provisional'],
    ]);
    expect(await portal.knex('developer_spans').whereNotNull('to_day')).toEqual(
      [],
    );
  });

  it('a day that was closed too early is measured again after midnight, too', async () => {
    const { off, portal, at, stored } = await open(engine, believing);
    at(OPENS, 9);
    await portal.visit(FIFTEEN.slice(0, 10));
    at(OPENS, 23.5);
    off.own = HOUR;
    await portal.tick();
    off.own = 0;
    await portal.visit(FIFTEEN.slice(10));
    at(OPENS + 1, 0.2);
    const restarted = await portal.beside(believing(off));
    await restarted.tick();
    expect(await stored()).toEqual([[0, 15, 'provisional']]);
  });

  it('a clock far behind what is stored takes nothing back', async () => {
    const { off, portal, live, stored } = await open(engine, believing);
    for (let day = 0; day < 12; day++) {
      await live(OPENS + day);
    }
    const before = await stored();
    off.own = -11 * DAY;
    await portal.tick();
    expect(await stored()).toEqual(before);
  });

  it('weeks of the deadline that are not over are taken back', async () => {
    const { off, portal, at } = await open(engine, believing);
    await portal.service.adoptConfigured(1);
    await portal.service.set(
      {
        source: 'api',
        start: OPENS,
        date: OPENS + 180,
        goal: 0.3,
        hold: 2,
      },
      { at: 0 },
    );
    at(OPENS + 8, 12);
    await portal.tick();
    const before = await portal.weeks();
    off.own = 40 * DAY;
    await portal.tick();
    expect((await portal.weeks()).length).toBeGreaterThan(before.length);
    off.own = 0;
    await portal.tick();
    expect(await portal.weeks()).toEqual(before);
  });
});
