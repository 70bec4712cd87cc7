import { Knex } from 'knex';
import {
  testedDatabases,
  TravellingPortal,
} from '../__testUtils__/TravellingPortal';
import { readAllTables } from '../people/__testUtils__/portal';
import { crowd } from '../people/__testUtils__/organization';
import { parseDay } from '../time';

jest.setTimeout(180_000);

const HOUR = 3_600_000;
const OPENS = parseDay('2026-11-02')!;
/** The backup is made at noon of this day, and restored in the morning of the other. */
const BACKUP = OPENS + 9;
const RESTORE = OPENS + 13;
const TEN = crowd(10);

/** A copy of everything that is stored, and what puts it back. */
async function backUp(knex: Knex): Promise<() => Promise<void>> {
  const all = await readAllTables(knex);
  const tables = Object.entries(all).filter(
    ([name]) => !/^(knex_|sqlite_)/.test(name),
  );
  return async () => {
    for (const [name, rows] of tables) {
      await knex(name).delete();
      await (rows.length > 0 && knex.batchInsert(name, rows, 50));
    }
  };
}

describe.each(testedDatabases())('a restored backup, %p', engine => {
  it('shows as a gap, and counts nothing twice', async () => {
    const portal = await TravellingPortal.open(engine, OPENS);
    const { knex, zone } = portal;
    const at = (day: number, hour: number) => zone.startOf(day) + hour * HOUR;
    let startedAt = at(OPENS, 0);
    const live = async (day: number, visits: string[][]) => {
      portal.travelTo(at(day, 0.1));
      await portal.beat({ from: startedAt, to: at(day, 0.1) });
      await portal.tick();
      for (const [index, names] of visits.entries()) {
        portal.travelTo(at(day, 10 + 4 * index));
        await portal.visit(names);
        await portal.beat({ from: startedAt, to: at(day, 10 + 4 * index) });
      }
    };
    await portal.readDevelopers(TEN);
    for (let day = OPENS; day < BACKUP; day++) {
      await live(day, [TEN]);
    }
    await live(BACKUP, []);
    portal.travelTo(at(BACKUP, 10));
    const known = portal.reportsOf(TEN.slice(0, 4));
    await portal.send(known);
    await portal.beat({ from: startedAt, to: at(BACKUP, 12) });
    const restore = await backUp(knex);

    portal.travelTo(at(BACKUP, 14));
    await portal.visit(TEN.slice(4));
    for (let day = BACKUP + 1; day < RESTORE; day++) {
      await live(day, [TEN]);
    }

    portal.travelTo(at(RESTORE, 9));
    await restore();
    startedAt = at(RESTORE, 9);
    const restored = await portal.beside();
    const before = await knex('person_days').count({ n: '*' });
    await restored.send(known);
    expect(await knex('person_days').count({ n: '*' })).toEqual(before);
    // One that nobody had acknowledged by then, of the evening before.
    portal.travelTo(at(RESTORE - 1, 20));
    const held = portal.reportsOf([TEN[7]]);
    portal.travelTo(at(RESTORE, 9.5));
    await restored.send(held);
    await restored.send(held);
    portal.travelTo(at(RESTORE, 10));
    await portal.visit(TEN);
    await portal.beat({ from: startedAt, to: at(RESTORE, 14) });
    await live(RESTORE + 1, [TEN, TEN]);
    await live(RESTORE + 2, []);

    const days = await knex('activity_days').orderBy('day');
    expect(
      days
        .filter(({ day }) => day >= BACKUP - 1)
        .map(({ day, judgment }) => [day - OPENS, judgment]),
    ).toEqual([
      [8, 'observed'],
      [9, 'not-running'],
      [10, 'not-running'],
      [11, 'not-running'],
      [12, 'not-running'],
      [13, 'not-running'],
      [14, 'observed'],
    ]);
    const samples = await portal.samples.history({
      metric: 'active-users',
      dimension: 'days',
      members: ['1'],
      days: { from: BACKUP - 1, to: RESTORE + 2 },
    });
    const counted = samples.map(({ day, numerator }) => [day, numerator]);
    const recounted: Array<{ day: number; n: number | string }> = await knex(
      'person_days',
    )
      .where('day', '>=', BACKUP - 1)
      .groupBy('day')
      .orderBy('day')
      .select('day')
      .count({ n: '*' });
    const observed = recounted.filter(({ day }) =>
      [BACKUP - 1, RESTORE + 1].includes(Number(day)),
    );
    expect(counted).toEqual(
      expect.arrayContaining(observed.map(({ day, n }) => [day, Number(n)])),
    );
    expect(
      recounted.map(({ day, n }) => [Number(day) - OPENS, Number(n)]),
    ).toEqual([
      [8, 10],
      [9, 4],
      [12, 1],
      [13, 10],
      [14, 10],
    ]);
    const headline = await portal.samples.headlines('active-users', {
      from: RESTORE + 1,
      to: RESTORE + 2,
    });
    expect(headline[0].coverage).toBeLessThan(1);
  });
});
