import { mockCredentials } from '@backstage/backend-test-utils';
import { DiagnosticsSchema } from 'backstage-plugin-adoption-metrics-common/contract';
import { randomUUID } from 'node:crypto';
import { entity, startPortal, testedDatabases } from './__testUtils__/portal';

jest.setTimeout(180_000);

// As create-app writes it into examples/org.yaml.
const entities = [
  entity('User', 'guest', { memberOf: 'guests' }),
  entity('Group', 'guests'),
];

const guest = mockCredentials.user.header('user:development/guest');

describe.each(testedDatabases())('a portal of guests, %p', engine => {
  type Portal = Awaited<ReturnType<typeof startPortal>>;
  let portal: Portal;

  beforeAll(async () => {
    portal = await startPortal(engine, { entities });
  });
  afterAll(() => portal.stop());

  const checks = async () => {
    const { body } = await portal.get('/diagnostics', guest);
    const all = DiagnosticsSchema.parse(body).checks;
    return Object.fromEntries(all.map(each => [each.id, each]));
  };

  it('says what to do before anyone came', async () => {
    expect(await checks()).toMatchObject({
      guests: { status: 'ok' },
      'last-batch': {
        status: 'problem',
        fix: expect.stringMatching(/\/legacy in packages\/app\/src\/App\.tsx/),
      },
      'closed-days': {
        status: 'unknown',
        detail: expect.stringMatching(/after midnight in UTC\.$/),
      },
      configuration: { status: 'ok' },
    });
  });

  it('counts the guest nowhere, and says how to sign in', async () => {
    await portal.collect();
    const at = new Date().toISOString();
    const interaction = { type: 'interaction', at, action: 'click' };
    const { body } = await portal.post('/events', guest, {
      batchId: randomUUID(),
      events: [{ ...interaction, pluginId: 'catalog' }],
    });
    expect(body).toMatchObject({ accepted: 0, rejected: 1 });
    // Nobody waits for it to be stored.
    const deadline = Date.now() + 5_000;
    while ((await checks()).guests.status === 'ok' && Date.now() < deadline);
    expect(await checks()).toMatchObject({
      guests: {
        status: 'warning',
        detail: expect.stringMatching(/guests are not counted\.$/),
        fix: expect.stringMatching(/auth\.providers\.guest\.userEntityRef/),
      },
      'last-batch': {
        status: 'problem',
        detail: expect.stringMatching(/guests/),
      },
      developers: {
        status: 'problem',
        detail: expect.stringMatching(/1 user excluded: guests/),
      },
    });
    expect(await portal.knex('people')).toEqual([]);
    const preview = await portal.get('/developers', guest);
    expect(preview.body).toMatchObject({
      users: 1,
      developers: 0,
      exclusions: expect.arrayContaining([{ reason: 'guest', users: 1 }]),
    });
    const scorecard = await portal.get('/scorecard', guest);
    expect(scorecard.body.firstMetricsOn).toMatch(/^\d{4}-\d\d-\d\d$/);
  });
});
