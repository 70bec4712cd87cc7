import { Knex } from 'knex';
import { createTestDatabases } from '../database/__testUtils__/testDatabases';
import { MaintenanceStore } from './MaintenanceStore';
import { excludedTimes } from './maintenance';

const databases = createTestDatabases();
const noon = Date.UTC(2026, 10, 23, 12);

const upgrade = {
  from: noon,
  to: noon + 100,
  declaredAt: noon - 10,
  declaredBy: 'user:default/ada',
  reason: 'Upgrade of the database',
};

describe.each(databases.eachSupportedId())(
  'MaintenanceStore, %p',
  databaseId => {
    let knex: Knex;
    let store: MaintenanceStore;

    beforeAll(async () => {
      knex = await databases.create(databaseId);
      store = new MaintenanceStore(knex);
    });

    beforeEach(async () => {
      await knex('maintenance_windows').delete();
    });

    it('returns what was declared', async () => {
      const declared = await store.declare(upgrade);
      expect(declared).toEqual({ id: expect.any(Number), ...upgrade });
      expect(await store.find(declared.id)).toEqual(declared);
      expect(await store.find(declared.id + 1)).toBeUndefined();
    });

    it('finds windows that overlap another, by start', async () => {
      const late = await store.declare({ ...upgrade, from: noon + 50 });
      const early = await store.declare(upgrade);
      const at = (from: number, to: number) =>
        store.during({ from: noon + from, to: noon + to });
      expect(await at(0, 100)).toEqual([early, late]);
      expect(await at(-10, 50)).toEqual([early]);
      expect(await at(100, 200)).toEqual([]);
      expect(await at(-10, 0)).toEqual([]);
    });

    it('cancels once and keeps canceled windows', async () => {
      const { id } = await store.declare(upgrade);
      await store.cancel(id, noon + 5);
      await store.cancel(id, noon + 50);
      expect(await store.find(id)).toMatchObject({ cancelledAt: noon + 5 });
    });
  },
);

describe('excludedTimes', () => {
  const declared = { id: 1, ...upgrade };

  it.each([
    ['declared in time', {}, [{ from: noon, to: noon + 100 }]],
    ['declared as it begins', { declaredAt: noon }, [upgrade]],
    ['cancelled while it ran', { cancelledAt: noon + 5 }, [{ to: noon + 5 }]],
    ['cancelled before', { cancelledAt: noon - 5 }, []],
    ['cancelled after', { cancelledAt: noon + 500 }, [{ to: noon + 100 }]],
    ['declared late', { declaredAt: noon + 1 }, []],
  ])('of a window that was %s', (_title, change, expected) => {
    const times = excludedTimes([{ ...declared, ...change }], {
      excludeLate: false,
    });
    expect(times).toMatchObject(
      expected.map(({ from = noon, to }: any) => ({ from, to })),
    );
    expect(times).toHaveLength(expected.length);
  });

  it('exclude late declarations only where configured', () => {
    const late = { ...declared, declaredAt: noon + 1 };
    expect(excludedTimes([late], { excludeLate: true })).toHaveLength(1);
  });
});
