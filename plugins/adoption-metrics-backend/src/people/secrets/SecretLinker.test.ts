import { TestDatabaseId } from '@backstage/backend-test-utils';
import { mockServices } from '@backstage/backend-test-utils';
import { userRef } from '../__testUtils__/organization';
import { testedDatabases } from '../__testUtils__/organization';
import { setUpRecords } from '../__testUtils__/records';
import { createPseudonymizer } from '../pseudonym';
import { SecretLinker } from './SecretLinker';

const pseudonymize = createPseudonymizer('the secret that was set today');

/** That of `setUpRecords`. */
const formerly = createPseudonymizer('a secret of enough length');

const names = ['ada', 'bob', 'cy'];

describe.each(testedDatabases())('SecretLinker, %p', engine => {
  async function setUp(id: TestDatabaseId) {
    const stores = await setUpRecords(id);
    const { knex, records, live, people } = stores;
    for (const [index, name] of names.entries()) {
      await live(name, { days: [index] });
    }
    await knex('people').update({ former_secret: true });
    const whenDone = jest.fn(async () => {});
    const logger = mockServices.logger.mock();
    const create = (given: Partial<{ formerly: undefined }> = {}) =>
      SecretLinker.create({
        knex,
        logger,
        pseudonymize,
        formerly,
        merge: identities => records.merge(identities),
        whenDone,
        ...given,
      });
    const idOf = async (name: string) => {
      const pseudonym = pseudonymize(userRef(name));
      return (await people.findIds([pseudonym])).get(pseudonym);
    };
    const countLeft = async () =>
      (await knex('people').where({ former_secret: true })).length;
    return { ...stores, create, idOf, countLeft, whenDone, logger };
  }

  it('finds people under the new secret with all that was stored', async () => {
    const { create, idOf, lifeOf, countLeft, whenDone, logger } = await setUp(
      engine,
    );
    const linker = await create();
    await linker.link([userRef('ADA'), userRef('bob'), userRef('stranger')]);
    expect(await lifeOf((await idOf('ada'))!)).toMatchObject({ days: [0] });
    expect(await lifeOf((await idOf('bob'))!)).toMatchObject({ days: [1] });
    expect(await idOf('stranger')).toBeUndefined();
    expect(await countLeft()).toBe(1);
    expect(whenDone).not.toHaveBeenCalled();
    await linker.link([userRef('cy')]);
    expect(whenDone).toHaveBeenCalledTimes(1);
    expect(logger.info.mock.calls.flat()).toEqual([
      '3 people are stored under the secret before this one',
      '2 people were linked to the new secret, and 1 person is left',
      '1 person was linked to the new secret, and 0 people are left',
    ]);
  });

  it('keeps choices and merged identities', async () => {
    const { create, records, people } = await setUp(engine);
    const former = (name: string) => formerly(userRef(name));
    await records.merge({ from: former('ada'), into: former('bob') });
    await records.setOptedOut(former('cy'), true);
    await (await create()).link(names.map(userRef));
    const ids = await people.findIds(
      names.map(name => pseudonymize(userRef(name))),
    );
    expect(ids.size).toBe(3);
    expect(new Set(ids.values()).size).toBe(2);
    const optedOut = await people.findOptedOut();
    expect(optedOut).toEqual(new Set([pseudonymize(userRef('cy'))]));
  });

  it('puts together who came under both secrets', async () => {
    const { create, people, knex, idOf, lifeOf, countLeft } = await setUp(
      engine,
    );
    await people.ensureIds([pseudonymize(userRef('ada'))]);
    await knex('person_days').insert({ person_id: await idOf('ada'), day: 7 });
    const linker = await create();
    await linker.link([userRef('ada')]);
    expect(await lifeOf((await idOf('ada'))!)).toMatchObject({ days: [0, 7] });
    expect(await countLeft()).toBe(2);
    expect(await knex('people')).toHaveLength(3);
  });

  it('can be done on several replicas at once, and again', async () => {
    const { create, knex, countLeft } = await setUp(engine);
    const replicas = await Promise.all([create(), create(), create()]);
    const refs = names.map(userRef);
    await Promise.all([
      replicas[0].link(refs),
      replicas[1].link([...refs].reverse()),
      replicas[2].link([refs[1]]),
    ]);
    await replicas[2].link(refs);
    expect(await countLeft()).toBe(0);
    expect(await knex('people')).toHaveLength(3);
    expect(await knex('person_days')).toHaveLength(3);
  });

  it('recognizes people when a replaced secret is the present one again', async () => {
    const { knex, create, countLeft } = await setUp(engine);
    const [ada] = await knex('people').orderBy('id');
    await knex('people')
      .where({ id: ada.id })
      .update({ pseudonym: pseudonymize(userRef('ada')) });
    const linker = await create({ formerly: undefined });
    await linker.link(names.map(userRef));
    expect(await countLeft()).toBe(2);
  });
});
