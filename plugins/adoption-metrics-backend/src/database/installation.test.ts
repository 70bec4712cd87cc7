import { createTestDatabases } from './__testUtils__/testDatabases';
import { installationName } from './installation';
import { SettingsStore } from './SettingsStore';

const databases = createTestDatabases();
const baseUrl = 'https://portal.example.com';

describe.each(databases.eachSupportedId())('installationName, %p', engine => {
  async function setUp() {
    const knex = await databases.create(engine);
    const settings = new SettingsStore(knex);
    const nameAt = (address: string) =>
      installationName({ knex, settings, baseUrl: address });
    return { knex, settings, nameAt };
  }

  it('is the same at every start and on every replica', async () => {
    const { nameAt } = await setUp();
    const names = await Promise.all([1, 2, 3].map(() => nameAt(baseUrl)));
    expect(new Set([...names, await nameAt(baseUrl)]).size).toBe(1);
    expect(names[0]).toMatch(/^[0-9a-f]{12}$/);
  });

  it('is another one for each portal, and each address of one', async () => {
    const [here, there] = [await setUp(), await setUp()];
    const names = [
      await here.nameAt(baseUrl),
      await here.nameAt('https://staging.example.com'),
      await there.nameAt(baseUrl),
    ];
    expect(new Set(names).size).toBe(3);
  });
});
