import { createTestDatabases } from '../database/__testUtils__/testDatabases';
import { DAY, sampleOf } from './__testUtils__/samples';
import { SampleStore } from './SampleStore';

const databases = createTestDatabases();

describe.each(databases.eachSupportedId())(
  'dimensions in SampleStore, %p',
  engine => {
    async function setUp() {
      const store = new SampleStore(await databases.create(engine));
      const member = (dimension: string, name: string, day = DAY) =>
        sampleOf({ metric: 'page-load', dimension, member: name, day });
      for (const day of [DAY + 1, DAY, DAY - 1]) {
        await store.replaceDay('page-load', day, [
          member('p75', 'initial', day),
          member('p75', 'route', day),
          member('p95', 'initial', day),
        ]);
      }
      return { store, member };
    }

    it('has one member over half-open days, oldest first', async () => {
      const { store, member } = await setUp();
      const history = await store.history({
        metric: 'page-load',
        dimension: 'p75',
        members: ['initial'],
        days: { from: DAY - 1, to: DAY + 1 },
      });
      expect(history).toEqual([
        member('p75', 'initial', DAY - 1),
        member('p75', 'initial', DAY),
      ]);
    });

    it('has the dimensions of a day that are asked for', async () => {
      const { store, member } = await setUp();
      expect(await store.ofDay('page-load', DAY, ['p75'])).toEqual([
        member('p75', 'initial'),
        member('p75', 'route'),
      ]);
      expect(await store.ofDay('page-load', DAY, [])).toEqual([]);
    });
  },
);
