import { Knex } from 'knex';
import { SettingsStore } from '../../database';
import { createTestDatabases } from '../../database/__testUtils__/testDatabases';
import { PeopleStore } from '../PeopleStore';
import { createPseudonymizer } from '../pseudonym';
import { countFormer, resolveSecrets } from './resolveSecrets';

const databases = createTestDatabases();

const FIRST = 'the first secret of all';
const SECOND = 'the second secret of all';
const THIRD = 'the third secret of all';

describe.each(databases.eachSupportedId())('resolveSecrets, %p', engine => {
  async function setUp() {
    const knex = await databases.create(engine);
    const settings = new SettingsStore(knex);
    const resolve = (secret?: string, previousSecret?: string) =>
      resolveSecrets({
        configured: { secret, previousSecret },
        knex,
        settings,
      });
    const storeSomebody = async (secret: string) => {
      const pseudonym = createPseudonymizer(secret)('user:default/ada');
      await new PeopleStore(knex).ensureIds([pseudonym]);
    };
    return { knex, settings, resolve, storeSomebody };
  }

  it('uses the configured secret and does not store it', async () => {
    const { knex, resolve } = await setUp();
    expect(await resolve(FIRST)).toMatchObject({ secret: FIRST });
    expect(await resolve(FIRST)).toMatchObject({ secret: FIRST });
    const stored = await knex('settings').select();
    expect(JSON.stringify(stored)).not.toContain(FIRST);
  });

  it('generates a secret once', async () => {
    const { resolve } = await setUp();
    const { secret } = await resolve();
    expect(secret).toMatch(/^[0-9a-f]{64}$/);
    expect(await resolve()).toMatchObject({ secret });
  });

  it('lets replicas that start at once agree', async () => {
    const { resolve } = await setUp();
    const all = await Promise.all([resolve(), resolve(), resolve()]);
    expect(new Set(all.map(({ secret }) => secret)).size).toBe(1);
  });

  it.each([
    ['one configured secret', FIRST, SECOND],
    ['a generated secret', undefined, SECOND],
    ['a removed secret', FIRST, undefined],
  ])('replaces %s while nobody is stored', async (_case, before, after) => {
    const { knex, resolve } = await setUp();
    await resolve(before);
    await resolve(after);
    expect(await resolve(after)).toMatchObject({ former: undefined });
    expect(await countFormer(knex)).toBe(0);
  });

  it.each([
    ['another secret', FIRST, SECOND, undefined],
    ['no secret any more', FIRST, undefined, undefined],
    ['a wrong previous secret', FIRST, SECOND, THIRD],
  ])('refuses %s for people who are stored', async (...given) => {
    const [, before, after, previous] = given;
    const { resolve, storeSomebody } = await setUp();
    await resolve(before);
    await storeSomebody(before);
    await expect(resolve(after, previous)).rejects.toThrow(
      /1 person is stored under (another secret than adoptionMetrics\.privacy\.secret|one)\. .*previousSecret/,
    );
    expect(await resolve(before)).toMatchObject({ secret: before });
  });

  it('names the variable that may not be set', async () => {
    const { resolve, storeSomebody } = await setUp();
    await resolve(FIRST);
    await storeSomebody(FIRST);
    await expect(resolve()).rejects.toThrow(
      /^adoptionMetrics\.privacy\.secret is not set, such as from an environment variable/,
    );
  });

  it('marks people for the new secret where the one before is at hand', async () => {
    const { knex, resolve, storeSomebody } = await setUp();
    await resolve(FIRST);
    await storeSomebody(FIRST);
    const all = await Promise.all([
      resolve(SECOND, FIRST),
      resolve(SECOND, FIRST),
    ]);
    expect(all).toMatchObject([{ former: FIRST }, { former: FIRST }]);
    expect(await countFormer(knex)).toBe(1);
    expect(await resolve(SECOND)).toMatchObject({ former: undefined });
    expect(await resolve(SECOND, THIRD)).toMatchObject({ former: undefined });
  });

  it('has a generated secret at hand until nothing is stored under it', async () => {
    const { resolve, storeSomebody, settings } = await setUp();
    const { secret, dropGenerated } = await resolve();
    await storeSomebody(secret);
    await dropGenerated();
    const configured = await resolve(FIRST);
    expect(configured).toMatchObject({ secret: FIRST, former: secret });
    await configured.dropGenerated();
    const stored = await settings.withPrefix('privacy.');
    expect(JSON.stringify(stored)).not.toContain(secret);
  });

  it('keeps a replica with the former secret from storing anyone', async () => {
    const { knex, resolve, storeSomebody } = await setUp();
    const before = await resolve(FIRST);
    await storeSomebody(FIRST);
    const people = new PeopleStore(knex, before.assertCurrent);
    const known = createPseudonymizer(FIRST)('user:default/ada');
    const admit = (pseudonym: string) =>
      knex.transaction((tx: Knex) => people.admit([pseudonym], tx));
    await resolve(SECOND, FIRST);
    expect((await admit(known)).size).toBe(1);
    await expect(admit('f'.repeat(32))).rejects.toThrow(/restart this one/);
    await expect(people.ensureIds(['f'.repeat(32)])).rejects.toThrow(
      /restart this one/,
    );
    expect(await knex('people')).toHaveLength(1);
  });
});
