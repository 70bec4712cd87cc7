import {
  batchOf,
  interaction,
  setUpIngest,
  testedDatabases,
} from './__testUtils__/ingest';

const tables = ['person_days', 'person_plugin_days', 'ingest_batches'];

describe.each(testedDatabases())('who opted out, %p', engine => {
  it('is informed, and nothing of the batch is stored', async () => {
    const { knex, committer } = await setUpIngest(engine);
    await committer.commit([batchOf('bob', [interaction(0)])]);
    await knex('people')
      .where({ pseudonym: 'bob' })
      .update({ opted_out: true });
    const [first, refused, last] = [
      batchOf('ada', [interaction(0)]),
      batchOf('bob', [interaction(0), interaction(1)]),
      batchOf('cy', [interaction(0), interaction(1)]),
    ];
    expect(await committer.commit([first, refused, last])).toEqual([
      { batchId: first.batchId, accepted: 1, rejected: 0, faults: [] },
      {
        batchId: refused.batchId,
        accepted: 0,
        rejected: 0,
        faults: [],
        optedOut: true,
      },
      { batchId: last.batchId, accepted: 2, rejected: 0, faults: [] },
    ]);
    const bob = await knex('people').where({ pseudonym: 'bob' }).first('id');
    for (const table of tables) {
      const rows = await knex(table).where({ person_id: bob.id });
      expect(rows).toHaveLength(1);
    }
    const [{ n }] = await knex('action_counts').sum({ n: 'n' });
    expect(Number(n)).toBe(4);
  });

  it('is counted again after opting in, with the same batch', async () => {
    const { knex, committer } = await setUpIngest(engine);
    const choose = (opted_out: boolean) => knex('people').update({ opted_out });
    await committer.commit([batchOf('ada', [interaction(0)])]);
    await choose(true);
    const batch = batchOf('ada', [interaction(1)]);
    expect(await committer.commit([batch])).toMatchObject([{ accepted: 0 }]);
    await choose(false);
    expect(await committer.commit([batch])).toEqual([
      { batchId: batch.batchId, accepted: 1, rejected: 0, faults: [] },
    ]);
    expect(await knex('person_days')).toHaveLength(2);
  });
});
