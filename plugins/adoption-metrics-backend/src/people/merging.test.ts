import fc from 'fast-check';
import { testedDatabases } from './__testUtils__/organization';
import {
  letOthersGoOn,
  Life,
  NOTHING,
  pseudonymOf,
  setUpRecords,
} from './__testUtils__/records';

jest.setTimeout(120_000);

describe.each(testedDatabases())('merging, %p', engine => {
  async function setUp() {
    const set = await setUpRecords(engine);
    const merge = (from: string, into: string) =>
      set.records.merge({ from: pseudonymOf(from), into: pseudonymOf(into) });
    return { ...set, merge };
  }

  it('gives everything to the one who remains, each once', async () => {
    const { merge, live, lifeOf } = await setUp();
    const old = await live('old', {
      days: [1, 2, 3],
      plugins: [
        [2, 'catalog'],
        [3, 'search'],
      ],
      batches: ['a', 'b'],
      developer: [[1, 4], [7]],
      team: [[1, 4]],
    });
    const now = await live('now', {
      days: [3, 4],
      plugins: [[3, 'search']],
      batches: ['b', 'c'],
      developer: [[3, 9]],
      team: [[4]],
    });
    expect(await merge('old', 'now')).toBe(true);
    expect(await lifeOf(old)).toEqual(NOTHING);
    const both = {
      days: [1, 2, 3, 4],
      plugins: [
        [2, 'catalog'],
        [3, 'search'],
      ],
      batches: ['a', 'b', 'c'],
      developer: [[1]],
      team: [[1]],
    };
    expect(await lifeOf(now)).toEqual(both);
    expect(await merge('old', 'now')).toBe(true);
    expect(await lifeOf(now)).toEqual(both);
  });

  it('counts one person once in four weeks that counted both', async () => {
    const { merge, live, knex } = await setUp();
    const [old, now] = [await live('old', {}), await live('now', {})];
    const member = (first_day: number, person_id: number, atom: number) => ({
      first_day,
      person_id,
      atom,
    });
    await knex('frozen_members').insert([
      ...[member(0, old, 1), member(0, now, 2), member(28, old, 3)],
    ]);
    await merge('old', 'now');
    expect(await knex('frozen_members').orderBy('first_day')).toEqual([
      member(0, now, 2),
      member(28, now, 3),
    ]);
  });

  it('keeps the earlier first day, the later last day and the stop', async () => {
    const { merge, live, knex, peopleRows, idOf } = await setUp();
    await live('old', {});
    await live('now', {});
    const set = async (name: string, row: object) =>
      knex('people')
        .where({ id: await idOf(name) })
        .update(row);
    await set('old', { first_day: 3, last_day: 8, opted_out: true });
    await set('now', { first_day: 5, last_day: 9 });
    await merge('old', 'now');
    const [old, now] = await peopleRows();
    expect(now).toMatchObject({ first_day: 3, last_day: 9, merged_into: null });
    expect(Boolean(now.opted_out)).toBe(true);
    expect(old).toMatchObject({ first_day: null, merged_into: now.id });
  });

  it('counts what comes later under either identity for one person', async () => {
    const { merge, live, people, knex, collector, developers } = await setUp();
    await live('old', {});
    await merge('old', 'now');
    const identities = ['old', 'now'].map(pseudonymOf);
    const admitted = await knex.transaction(tx => people.admit(identities, tx));
    expect(new Set(admitted.values()).size).toBe(1);
    expect(admitted.size).toBe(2);
    const users = ['old', 'now'].map(name => ({
      entityRef: `user:default/${name}`,
      groups: [],
      matches: true,
    }));
    await collector.collect({ users, groups: undefined }, 10);
    expect(await developers.countOn(10)).toMatchObject({ developers: 1 });
  });

  it('follows a person through one merge after the other', async () => {
    const { merge, live, lifeOf, idOf, peopleRows } = await setUp();
    await live('a', { days: [1] });
    await live('b', { days: [2] });
    const c = await live('c', { days: [3] });
    await merge('a', 'b');
    await merge('b', 'c');
    expect(await idOf('a')).toBe(c);
    expect(await lifeOf(c)).toMatchObject({ days: [1, 2, 3] });
    await merge('c', 'a');
    expect(await lifeOf(c)).toMatchObject({ days: [1, 2, 3] });
    const alive = (await peopleRows()).filter(row => row.merged_into === null);
    expect(alive).toHaveLength(1);
  });

  it('says that it does not know an identity, and keeps nothing of it', async () => {
    const { merge, live, peopleRows } = await setUp();
    await live('now', {});
    expect(await merge('nobody', 'now')).toBe(false);
    expect(await merge('nobody', 'nobody else')).toBe(false);
    expect(await peopleRows()).toHaveLength(1);
  });

  it('loses nothing of a batch that is stored at that moment', async () => {
    const { merge, live, people, knex, lifeOf } = await setUp();
    await live('old', { days: [1] });
    const now = await live('now', { days: [2] });
    let merged: Promise<unknown> | undefined;
    await knex.transaction(async tx => {
      const ids = await people.admit([pseudonymOf('old')], tx);
      merged = merge('old', 'now');
      await letOthersGoOn(tx);
      await tx('person_days').insert({
        day: 3,
        person_id: ids.get(pseudonymOf('old'))!,
      });
    });
    await merged;
    expect(await lifeOf(now)).toMatchObject({ days: [1, 2, 3] });
  });

  it('is the same for two who ask at once, in whichever direction', async () => {
    const { merge, live, lifeOf, peopleRows } = await setUp();
    await live('a', { days: [1] });
    await live('b', { days: [2] });
    await Promise.all([
      merge('a', 'b'),
      merge('b', 'a'),
      merge('a', 'b'),
      merge('b', 'a'),
    ]);
    const [person, ...more] = (await peopleRows()).filter(
      row => row.merged_into === null,
    );
    expect(more).toEqual([]);
    expect(await lifeOf(person.id)).toMatchObject({ days: [1, 2] });
  });

  it('covers exactly the days that one of both covered', async () => {
    const { merge, live, lifeOf, knex } = await setUp();
    const horizon = 30;
    const spans = fc
      .uniqueArray(fc.integer({ min: 0, max: horizon - 1 }), { maxLength: 7 })
      .map(days => days.sort((a, b) => a - b))
      .map(days =>
        Array.from({ length: Math.ceil(days.length / 2) }, (_, i) =>
          days.slice(2 * i, 2 * i + 2),
        ),
      ) as fc.Arbitrary<NonNullable<Life['developer']>>;
    const covered = (some: Array<[number, number?]>) =>
      Array.from({ length: horizon + 1 }, (_, day) =>
        some.some(([from, to]) => from <= day && day < (to ?? Infinity)),
      );
    let run = 0;
    await fc.assert(
      fc.asyncProperty(spans, spans, async (one, other) => {
        run += 1;
        await live(`from${run}`, { developer: one, team: other });
        const into = await live(`into${run}`, { developer: other, team: one });
        await merge(`from${run}`, `into${run}`);
        const { developer, team } = await lifeOf(into);
        const expected = covered([...one, ...other]);
        expect(covered(developer)).toEqual(expected);
        expect(team).toEqual(developer);
        for (const [index, [from]] of developer.slice(1).entries()) {
          expect(from).toBeGreaterThan(developer[index][1] ?? Infinity);
        }
      }),
      { numRuns: 30 },
    );
    expect(await knex('people')).toHaveLength(2 * run);
  });
});
