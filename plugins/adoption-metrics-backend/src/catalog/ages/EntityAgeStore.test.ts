import { Knex } from 'knex';
import { createTestDatabases } from '../../database/__testUtils__/testDatabases';
import { EntityAgeStore, ObservedEntity } from './EntityAgeStore';
import { DAY_MS } from '../../time';

const databases = createTestDatabases();
const day = DAY_MS;
const start = Date.UTC(2026, 10, 23);

describe.each(databases.eachSupportedId())('EntityAgeStore, %p', engine => {
  let knex: Knex;
  let store: EntityAgeStore;

  beforeAll(async () => {
    knex = await databases.create(engine);
    store = new EntityAgeStore(knex);
  });

  beforeEach(() => knex('catalog_entity_ages').delete());

  async function observe(days: number, ...observed: ObservedEntity[]) {
    const now = start + days * day;
    const ages = await store.observe(observed, { source: 'portal', now });
    return Object.fromEntries(ages);
  }

  it('stores when an entity was first seen, and when it changed', async () => {
    const met = (days: number, contentHash: string) =>
      observe(days, { entityRef: 'a', contentHash });
    expect(await met(0, 'x')).toEqual({
      a: { firstSeenAt: start, unchangedSince: start },
    });
    expect(await met(1, 'x')).toMatchObject({ a: { unchangedSince: start } });
    const changed = {
      a: { firstSeenAt: start, unchangedSince: start + 2 * day },
    };
    expect(await met(2, 'y')).toEqual(changed);
    expect(await met(3, 'y')).toEqual(changed);
  });

  it('does not know the age of content that nobody hashed', async () => {
    expect(await observe(0, { entityRef: 'a' })).toEqual({
      a: { firstSeenAt: start },
    });
    const since = { firstSeenAt: start, unchangedSince: start + day };
    const read = { entityRef: 'a', contentHash: 'x' };
    expect(await observe(1, read)).toEqual({ a: since });
    expect(await observe(2, { entityRef: 'a' })).toEqual({ a: since });
  });

  it('writes nothing for a week when nothing changes', async () => {
    const seenAt = async () => {
      const [at] = await knex('catalog_entity_ages').pluck('seen_at');
      return (Number(at) - start) / day;
    };
    await observe(0, { entityRef: 'a' });
    await observe(6, { entityRef: 'a' });
    expect(await seenAt()).toBe(0);
    await observe(7, { entityRef: 'a' });
    expect(await seenAt()).toBe(7);
  });

  it('observes pages of any size, and separates sources', async () => {
    const page = Array.from({ length: 1_001 }, (_, index) => ({
      entityRef: `e${index}`,
      contentHash: 'x',
    }));
    await observe(0, ...page);
    const changed = page.map(each => ({ ...each, contentHash: 'y' }));
    const ages = await observe(1, ...changed);
    expect(Object.keys(ages)).toHaveLength(1_001);
    expect(ages.e1000).toMatchObject({ unchangedSince: start + day });
    const imported = await store.observe(page, { source: 'history', now: 7 });
    expect(imported.get('e0')).toEqual({ firstSeenAt: 7, unchangedSince: 7 });
    expect(await observe(2)).toEqual({});
  });
});
