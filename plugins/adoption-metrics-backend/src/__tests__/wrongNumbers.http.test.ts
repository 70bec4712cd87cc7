import request from 'supertest';
import {
  startPortal,
  testedDatabases,
  user,
} from '../people/__testUtils__/portal';

jest.mock('../decision/published/published.json', () => {
  const file = jest.requireActual('../decision/published/published.json');
  const pluginCap = { ...file.numbers.pluginCap, high: 'five' };
  return { ...file, numbers: { ...file.numbers, pluginCap } };
});

describe.each(testedDatabases().slice(0, 1))(
  'a wrong file of published numbers, %p',
  engine => {
    it('switches the plugin off, and says which field is wrong', async () => {
      const portal = await startPortal(engine, { entities: [] });
      try {
        for (const path of ['/decision/options', '/scorecard', '/me']) {
          const { status, body } = await portal.get(path, user('ada'));
          expect([status, body.error.message]).toEqual([
            503,
            expect.stringMatching(
              /^Adoption Metrics is disabled: The file of published numbers is wrong: field 'numbers\.pluginCap\.high' is 'five'; expected numbers/,
            ),
          ]);
        }
        const health = await request(portal.server).get(
          '/api/adoption-metrics/v1/health',
        );
        expect([health.status, health.body]).toEqual([
          503,
          { collecting: false },
        ]);
      } finally {
        await portal.stop();
      }
    });
  },
);
