import { mockCredentials } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { Response } from 'supertest';
import { expectDocumented } from '../../__testUtils__/expectDocumented';
import {
  person,
  startUptimePortal,
  testedDatabases,
} from '../../uptime/__testUtils__/uptimePortal';
import { AnnotationStore } from './AnnotationStore';

type Portal = Awaited<ReturnType<typeof startUptimePortal>>;
type Method = 'get' | 'post' | 'delete';

// The clock of the portal stands at noon of 23 November 2026.
const note = { day: '2026-11-20', text: 'Cut 12 plugins' };

describe.each(testedDatabases())('annotations over HTTP, %p', engine => {
  let portal: Portal;

  beforeAll(async () => {
    portal = await startUptimePortal(engine);
  });
  beforeEach(() => portal.knex('annotations').delete());
  afterAll(() => portal.stop());

  async function send(
    method: Method,
    path: string,
    body?: object,
  ): Promise<Response> {
    const request = portal.send(method, path).set('Authorization', person);
    const answer = await (body ? request.send(body) : request);
    expectDocumented(path.split('?')[0], method, answer);
    return answer;
  }

  async function textsOf(query = ''): Promise<string[]> {
    const { body } = await send('get', `/annotations${query}`);
    return body.annotations.map(({ text }: { text: string }) => text);
  }

  it('gives back what was written, in the order of the days', async () => {
    const earlier = { day: '2026-11-19', text: 'New onboarding' };
    const { body } = await send('post', '/annotations', note);
    await send('post', '/annotations', earlier);
    const written = {
      writtenAt: '2026-11-23T12:00:00.000Z',
      writtenBy: expect.stringMatching(/^user:default\//),
    };
    expect(body).toEqual({
      id: expect.any(Number),
      ...note,
      ...written,
      decision: null,
    });
    expect((await send('get', '/annotations')).body).toEqual({
      timeZone: 'UTC',
      annotations: [
        { id: expect.any(Number), ...earlier, ...written, decision: null },
        body,
      ],
    });
    expect(portal.auditor.createEvent).toHaveBeenCalledWith(
      expect.objectContaining({ eventId: 'annotation-add' }),
    );
  });

  it('confines them to half-open days', async () => {
    await send('post', '/annotations', note);
    await send('post', '/annotations', { day: '2026-11-23', text: 'today' });
    expect(await textsOf()).toEqual(['Cut 12 plugins', 'today']);
    expect(await textsOf('?from=2026-11-21')).toEqual(['today']);
    expect(await textsOf('?to=2026-11-23')).toEqual(['Cut 12 plugins']);
  });

  it('takes one away', async () => {
    const { body } = await send('post', '/annotations', note);
    const path = `/annotations?id=${body.id}`;
    expect((await send('delete', path)).body).toEqual({ removed: body.id });
    expect(await textsOf()).toEqual([]);
    expect((await send('delete', path)).status).toBe(404);
  });

  it('forgets who wrote it', async () => {
    const { body } = await send('post', '/annotations', note);
    await new AnnotationStore(portal.knex).forgetAuthor(body.writtenBy);
    const listed = (await send('get', '/annotations')).body.annotations;
    expect(listed).toMatchObject([{ ...note, writtenBy: null }]);
  });

  it.each<[object, RegExp]>([
    [{ ...note, day: '2026-11-24' }, /field 'day' is '2026-11-24'; expected/],
    [{ ...note, day: 'today' }, /field 'day'/],
    [{ ...note, text: ' ' }, /field 'text'/],
    [{ ...note, decision: 'stop' }, /'decision'/],
  ])('refuses %j', async (body, message) => {
    const answer = await send('post', '/annotations', body);
    expect(answer.status).toBe(400);
    expect(answer.body.error.message).toMatch(message);
  });

  it('refuses an id that is none', async () => {
    const answer = await send('delete', '/annotations?id=x');
    expect(answer.status).toBe(400);
  });
});

it('lets only those write who may set the goal', async () => {
  const [[engine]] = testedDatabases();
  const portal = await startUptimePortal(engine, {
    result: AuthorizeResult.DENY,
  });
  for (const method of ['post', 'delete'] as const) {
    const answer = await portal
      .send(method, '/annotations')
      .set('Authorization', mockCredentials.user.header('user:default/eve'))
      .send(note);
    expect(answer.status).toBe(403);
  }
  await portal.stop();
});
