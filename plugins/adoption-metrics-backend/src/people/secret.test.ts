import { SettingsStore } from '../database';
import { createTestDatabases } from '../database/__testUtils__/testDatabases';
import { resolveSecret } from './secret';

const databases = createTestDatabases();

describe.each(databases.eachSupportedId())('resolveSecret, %p', engine => {
  async function setUp() {
    const knex = await databases.create(engine);
    const settings = new SettingsStore(knex);
    const resolve = (configured?: string) =>
      resolveSecret({ configured, settings });
    return { knex, resolve };
  }

  it('uses the configured secret and does not store it', async () => {
    const { knex, resolve } = await setUp();
    expect(await resolve('configured-secret')).toBe('configured-secret');
    expect(await resolve('configured-secret')).toBe('configured-secret');
    const stored = await knex('settings').select();
    expect(JSON.stringify(stored)).not.toContain('configured-secret');
  });

  it('generates a secret once', async () => {
    const { resolve } = await setUp();
    const secret = await resolve();
    expect(secret).toMatch(/^[0-9a-f]{64}$/);
    expect(await resolve()).toBe(secret);
  });

  it('lets replicas that start at once agree', async () => {
    const { resolve } = await setUp();
    const secrets = await Promise.all([resolve(), resolve(), resolve()]);
    expect(new Set(secrets).size).toBe(1);
  });

  it.each([
    ['one configured secret', 'the-first-secret', 'the-second-secret'],
    ['the generated secret', undefined, 'the-second-secret'],
    ['a removed secret', 'the-first-secret', undefined],
  ])('refuses to replace %s', async (_case, before, after) => {
    const { resolve } = await setUp();
    await resolve(before);
    await expect(resolve(after)).rejects.toThrow(
      'adoptionMetrics.privacy.secret is not the secret under which people were stored',
    );
    await expect(resolve(before)).resolves.toEqual(expect.any(String));
  });
});
