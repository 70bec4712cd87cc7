import { SettingsStore } from '../database';
import { createTestDatabases } from '../database/__testUtils__/testDatabases';
import { checkDevelopers } from './checkDevelopers';
import { ReadingFailureStore } from './ReadingFailureStore';

const databases = createTestDatabases();

describe.each(databases.eachSupportedId())(
  'ReadingFailureStore, %p',
  engine => {
    it('keeps since when readings fail, until one succeeds', async () => {
      const clock = { time: 1_000, now: () => clock.time };
      const settings = new SettingsStore(await databases.create(engine));
      const failures = new ReadingFailureStore(settings, clock);
      const set = jest.spyOn(settings, 'set');
      const check = () =>
        checkDevelopers({
          developers: { countToShow: async () => undefined },
          failures,
          headCount: 40,
          today: 20,
        });
      await failures.record(undefined);
      expect(set).not.toHaveBeenCalled();
      expect((await check()).status).toBe('ok');

      await failures.record('away');
      clock.time = 2_000;
      await failures.record('away');
      expect(set).toHaveBeenCalledTimes(1);
      expect(await check()).toMatchObject({
        status: 'problem',
        detail: 'Users and groups could not be read or stored: away',
        at: '1970-01-01T00:00:01.000Z',
      });

      await failures.record(undefined);
      expect((await check()).status).toBe('ok');
    });
  },
);
