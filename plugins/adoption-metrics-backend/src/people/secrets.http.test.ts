import { randomUUID } from 'node:crypto';
import {
  entity,
  startPortal,
  testedDatabases,
  user,
} from './__testUtils__/portal';

jest.setTimeout(180_000);

const entities = [
  entity('User', 'quill.harrow'),
  entity('User', 'wyn.osgood'),
  entity('User', 'zoltan.kovacs'),
];

const SECRET = 'a secret that was set later';
const registrar = user('registrar');

const configOf = (privacy: Record<string, string>) => ({
  adoptionMetrics: { administrators: ['registrar'], privacy },
  permission: { enabled: true },
});

describe.each(testedDatabases())('changing the secret, %p', engine => {
  type Portal = Awaited<ReturnType<typeof startPortal>>;

  const diagnosticOf = async (portal: Portal) => {
    const { body } = await portal.get('/diagnostics', registrar);
    return body.checks.find(({ id }: { id: string }) => id === 'secret');
  };

  it('recognizes everyone, whoever names them first, and loses nothing', async () => {
    const before = await startPortal(engine, {
      entities,
      config: configOf({}),
    });
    const { knex } = before;
    await before.collect();
    const batchId = randomUUID();
    await before.visit('quill.harrow', batchId);
    await before.visit('gone.away');
    await before.put('/me', user('left.long.ago'), { optedOut: true });
    expect(await diagnosticOf(before)).toMatchObject({ status: 'warning' });

    const after = await startPortal(engine, {
      entities,
      config: configOf({ secret: SECRET }),
      knex,
    });
    expect(await diagnosticOf(after)).toMatchObject({
      status: 'ok',
      detail: expect.stringMatching(
        / 5 people are still stored under the former/,
      ),
    });

    // The former replica is still running. It takes nothing that it would lose.
    expect((await before.visit('somebody.new')).status).toBe(503);
    expect((await before.get('/me', user('quill.harrow'))).status).toBe(503);
    const optOut = { optedOut: true };
    const choice = await before.put('/me', user('wyn.osgood'), optOut);
    expect(choice.status).toBe(503);

    // Whoever the catalog does not know is recognized when they come.
    expect((await after.visit('left.long.ago')).body).toMatchObject({
      accepted: 0,
      optedOut: true,
    });
    const gone = await after.get('/me', user('gone.away'));
    expect(gone.body.activeDays).toHaveLength(1);
    const replayed = await after.visit('quill.harrow', batchId);
    expect(replayed.body).toMatchObject({ batchId, accepted: 1 });
    await after.collect();
    const mine = await after.get('/me', user('quill.harrow'));
    expect(mine.body).toMatchObject({
      activeDays: [expect.any(String)],
      batches: { held: 1 },
      developer: { counted: true },
    });
    expect(await knex('people').where({ former_secret: true })).toEqual([]);
    expect(await knex('developer_spans')).toHaveLength(3);
    expect(await diagnosticOf(after)).toEqual({
      id: 'secret',
      label: expect.any(String),
      status: 'ok',
      detail: 'The key is configured, separate from the data it protects.',
      wording: expect.any(Object),
    });
    await before.stop();
    await after.stop();
  });

  it('says what to do where the former secret is not at hand', async () => {
    const before = await startPortal(engine, {
      entities,
      config: configOf({ secret: 'a secret that was lost' }),
    });
    await before.visit('quill.harrow');
    const { knex } = before;
    await before.stop();
    const restart = (privacy: Record<string, string>) =>
      startPortal(engine, { entities, config: configOf(privacy), knex });

    const refused = await restart({ secret: SECRET });
    const answer = await refused.get('/scorecard', registrar);
    expect(answer.status).toBe(503);
    expect(answer.body.error.message).toMatch(
      /disabled: 1 person is stored under another secret .*previousSecret/,
    );
    await refused.stop();

    const after = await restart({
      secret: SECRET,
      previousSecret: 'a secret that was lost',
    });
    expect(await diagnosticOf(after)).toMatchObject({
      detail: expect.stringContaining('1 person is still stored'),
    });
    await after.stop();

    const without = await restart({ secret: SECRET });
    expect(await diagnosticOf(without)).toMatchObject({
      status: 'warning',
      detail: expect.stringContaining('cannot be linked'),
      fix: expect.stringContaining('previousSecret'),
    });
    await without.stop();
  });
});
