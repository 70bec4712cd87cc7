import { testedDatabases } from './__testUtils__/organization';
import {
  letOthersGoOn,
  Life,
  NOTHING,
  pseudonymOf,
  setUpRecords,
} from './__testUtils__/records';
import { lockPeopleWhole } from './identities';

const life: Life = {
  days: [10, 11],
  plugins: [
    [10, 'catalog'],
    [11, 'search'],
  ],
  batches: ['b1'],
  developer: [[5]],
  team: [[5, 8], [9]],
};

describe.each(testedDatabases())('forgetting, %p', engine => {
  it('deletes everything of one person and nothing of others', async () => {
    const { records, live, lifeOf, peopleRows } = await setUpRecords(engine);
    const ada = await live('ada', life);
    const bob = await live('bob', life);
    expect(await records.forget(pseudonymOf('ada'), { stop: false })).toEqual({
      forgotten: true,
      activeDays: 2,
      stopped: false,
    });
    expect(await lifeOf(ada)).toEqual(NOTHING);
    expect(await lifeOf(bob)).toEqual(life);
    expect((await peopleRows()).map(({ id }) => id)).toEqual([bob]);
    expect(await records.read(pseudonymOf('ada'))).toBeUndefined();
  });

  it('keeps nothing but the stop, under another id', async () => {
    const { records, live, lifeOf, peopleRows, people, knex } =
      await setUpRecords(engine);
    const ada = await live('ada', life);
    await records.forget(pseudonymOf('ada'), { stop: true });
    const rows = await peopleRows();
    expect(rows).toHaveLength(1);
    expect(rows[0].id).not.toBe(ada);
    expect(rows[0].pseudonym).toBe(pseudonymOf('ada'));
    expect(rows[0].first_day).toBeNull();
    expect(await lifeOf(rows[0].id)).toEqual(NOTHING);
    const admitted = await knex.transaction(tx =>
      people.admit([pseudonymOf('ada')], tx),
    );
    expect(admitted.size).toBe(0);
  });

  it('stops someone who was never seen', async () => {
    const { records } = await setUpRecords(engine);
    const forget = () => records.forget(pseudonymOf('ada'), { stop: true });
    const outcome = { forgotten: false, activeDays: 0, stopped: true };
    expect(await forget()).toEqual(outcome);
    expect(await forget()).toEqual(outcome);
    const record = await records.read(pseudonymOf('ada'));
    expect(record).toMatchObject({ optedOut: true, developer: [] });
  });

  it('does not take back what the person chose', async () => {
    const { records, live } = await setUpRecords(engine);
    await live('ada', life);
    await records.setOptedOut(pseudonymOf('ada'), true);
    expect(
      await records.forget(pseudonymOf('ada'), { stop: false }),
    ).toMatchObject({ forgotten: true, stopped: true });
    const record = await records.read(pseudonymOf('ada'));
    expect(record).toMatchObject({ optedOut: true });
  });

  it('forgets a person with all identities, by whichever', async () => {
    const { records, live, peopleRows, people } = await setUpRecords(engine);
    await live('ada', life);
    await live('ada.l', { days: [12] });
    await records.merge({
      from: pseudonymOf('ada'),
      into: pseudonymOf('ada.l'),
    });
    expect(
      await records.forget(pseudonymOf('ada'), { stop: true }),
    ).toMatchObject({ activeDays: 3 });
    const optedOut = await people.findOptedOut();
    expect(optedOut).toEqual(
      new Set([pseudonymOf('ada'), pseudonymOf('ada.l')]),
    );
    expect(await peopleRows()).toHaveLength(2);
  });

  it('leaves nothing behind of a batch that is stored at that moment', async () => {
    const { records, live, people, knex, lifeOf } = await setUpRecords(engine);
    const ada = await live('ada', life);
    let forgotten: Promise<unknown> | undefined;
    await knex.transaction(async tx => {
      const ids = await people.admit([pseudonymOf('ada')], tx);
      forgotten = records.forget(pseudonymOf('ada'), { stop: true });
      await letOthersGoOn(tx);
      await tx('person_days').insert({
        day: 99,
        person_id: ids.get(pseudonymOf('ada'))!,
      });
    });
    expect(await forgotten).toMatchObject({ activeDays: 3 });
    expect(await lifeOf(ada)).toEqual(NOTHING);
  });

  it('counts who was forgotten without a stop as someone new', async () => {
    const { records, live, people, knex } = await setUpRecords(engine);
    const ada = await live('ada', life);
    const admit = () =>
      knex.transaction(tx => people.admit([pseudonymOf('ada')], tx));
    const [, ids] = await Promise.all([
      records.forget(pseudonymOf('ada'), { stop: false }),
      admit(),
    ]);
    expect(ids.size).toBe(1);
    const later = (await admit()).get(pseudonymOf('ada'));
    expect(later).toBeGreaterThan(ada);
  });

  it('leaves nothing behind of a reading of the organization', async () => {
    const { knex, live, developers, lifeOf } = await setUpRecords(engine);
    const ada = await live('ada', { days: [10] });
    const bob = await live('bob', {});
    let read: Promise<unknown> | undefined;
    await knex.transaction(async tx => {
      await lockPeopleWhole(tx, [pseudonymOf('ada')]);
      const count = { day: 10, excluded: 0 };
      read = developers.replaceDevelopers([ada, bob], count);
      await letOthersGoOn(tx);
      await tx('person_days').where({ person_id: ada }).delete();
      await tx('people').where({ id: ada }).delete();
    });
    await read;
    expect(await lifeOf(ada)).toEqual(NOTHING);
    await developers.replaceDevelopers([ada, bob], { day: 10, excluded: 0 });
    expect(await lifeOf(ada)).toEqual(NOTHING);
    expect(await lifeOf(bob)).toMatchObject({ developer: [[10]] });
  });
});

describe.each(testedDatabases())('opting out, %p', engine => {
  it('lets nothing in once it is acknowledged, whatever is under way', async () => {
    const { records, people, knex } = await setUpRecords(engine);
    const admit = () =>
      knex.transaction(async tx => {
        const ids = await people.admit(
          ['ada', 'bob', 'cy'].map(pseudonymOf),
          tx,
        );
        const rows = [...ids.values()].map(person_id => ({
          person_id,
          day: 1,
        }));
        await tx('person_days')
          .insert(rows)
          .onConflict(['day', 'person_id'])
          .ignore();
      });
    const under = Array.from({ length: 10 }, admit);
    await records.setOptedOut(pseudonymOf('bob'), true);
    const acknowledged = await knex('person_days');
    await Promise.all([...under, admit(), admit()]);
    const bob = (await records.read(pseudonymOf('bob')))!.personId;
    const ofBob = (rows: Array<{ person_id: number }>) =>
      rows.filter(row => row.person_id === bob);
    expect(ofBob(await knex('person_days'))).toEqual(ofBob(acknowledged));
    expect((await knex('person_days')).length).toBeGreaterThanOrEqual(2);
    await records.setOptedOut(pseudonymOf('bob'), false);
    await admit();
    expect(ofBob(await knex('person_days'))).toHaveLength(1);
  });

  it('waits for a batch that is being stored', async () => {
    const { records, live, people, knex } = await setUpRecords(engine);
    const ada = await live('ada', {});
    const order: string[] = [];
    let choice: Promise<unknown> | undefined;
    await knex.transaction(async tx => {
      await people.admit([pseudonymOf('ada')], tx);
      choice = records
        .setOptedOut(pseudonymOf('ada'), true)
        .then(() => order.push('acknowledged'));
      await tx('person_days').insert({ day: 1, person_id: ada });
      await letOthersGoOn(tx);
      order.push('stored');
    });
    await choice;
    expect(order).toEqual(['stored', 'acknowledged']);
  });

  it('holds for every identity of a person', async () => {
    const { records, live, people, knex } = await setUpRecords(engine);
    await live('ada', {});
    await live('bob', {});
    const identities = ['ada', 'bob'].map(pseudonymOf);
    await records.merge({ from: identities[0], into: identities[1] });
    await records.setOptedOut(identities[0], true);
    const admitted = await knex.transaction(tx => people.admit(identities, tx));
    expect(admitted.size).toBe(0);
    expect(await people.findOptedOut()).toEqual(new Set(identities));
  });
});
