import { mockCredentials } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { expectDocumented } from '../../__testUtils__/expectDocumented';
import { AnnotationStore } from '../../deadline';
import {
  person,
  startUptimePortal,
  testedDatabases,
} from '../../uptime/__testUtils__/uptimePortal';

type Portal = Awaited<ReturnType<typeof startUptimePortal>>;

// The clock of the portal stands at noon of 23 November 2026.
const decided = { day: '2026-11-20', option: 'stop', text: 'The board' };

describe.each(testedDatabases())('decisions over HTTP, %p', engine => {
  let portal: Portal;

  beforeAll(async () => {
    portal = await startUptimePortal(engine);
  });
  beforeEach(() => portal.knex('annotations').delete());
  afterAll(() => portal.stop());

  async function send(
    method: 'get' | 'post' | 'delete',
    path: string,
    body?: object,
  ) {
    const request = portal.send(method, path).set('Authorization', person);
    const answer = await (body ? request.send(body) : request);
    expectDocumented(path.split('?')[0], method, answer);
    return answer;
  }

  const read = async () => (await send('get', '/decision/choices')).body;

  it('gives back what was recorded, the latest day first', async () => {
    const first = await send('post', '/decision/choices', decided);
    expect(first.body).toEqual({
      id: expect.any(Number),
      day: '2026-11-20',
      option: { id: 'stop', title: 'Stop' },
      text: 'The board',
      writtenAt: '2026-11-23T12:00:00.000Z',
      writtenBy: 'user:default/ada',
    });
    const later = { ...decided, day: '2026-11-23', option: 'stay' };
    const second = await send('post', '/decision/choices', later);
    const { choices, mayChoose } = await read();
    expect(mayChoose).toBe(true);
    expect(choices).toEqual([second.body, first.body]);
    expect(portal.auditor.createEvent).toHaveBeenCalledWith(
      expect.objectContaining({ eventId: 'decision-choice-add' }),
    );
  });

  it('are on the card for those alone who may see the decision', async () => {
    const deadline = {
      source: 'api',
      start_day: 20_500,
      deadline_day: 20_770,
      goal: 0.3,
      hold: 2,
      is_current: true,
      set_at: 0,
    };
    await portal.knex('deadlines').insert(deadline);
    await send('post', '/decision/choices', decided);
    const as = (name: string) =>
      mockCredentials.user.header(`user:default/${name}`);
    const seenBy = async (name: string) => {
      const get = (path: string) =>
        portal.send('get', path).set('Authorization', as(name)).expect(200);
      const { body: overview } = await get('/overview');
      const { body: access } = await get('/decision/access');
      return { ...access, ...overview.deadline };
    };
    expect(await seenBy('ada')).toMatchObject({
      mayRead: true,
      mayManage: true,
      isDecided: true,
      decision: { id: 'stop', title: 'Stop' },
    });
    expect(await seenBy('eve')).toMatchObject({
      mayRead: false,
      mayManage: false,
      isDecided: true,
      decision: null,
    });
    await portal.knex('deadlines').delete();
  });

  it('takes any option that there is, under its title of that day', async () => {
    const { choosable } = await read();
    expect(choosable.slice(-2)).toEqual([
      { id: 'stay', title: 'Stay and extend the deadline' },
      { id: 'stop', title: 'Stop' },
    ]);
    for (const option of choosable) {
      const body = { ...decided, option: option.id };
      const answer = await send('post', '/decision/choices', body);
      expect(answer.body.option).toEqual(option);
    }
    await portal.knex('annotations').update({ decision: 'gone' });
    expect((await read()).choices[0].option).toEqual({
      id: 'gone',
      title: 'Stop',
    });
  });

  it('shows everyone a decision among the annotations', async () => {
    await send('post', '/decision/choices', decided);
    const { annotations } = (await send('get', '/annotations')).body;
    expect(annotations).toMatchObject([
      { text: 'The board', decision: { id: 'stop', title: 'Stop' } },
    ]);
  });

  it('takes one away, which no annotation is', async () => {
    const { id } = (await send('post', '/decision/choices', decided)).body;
    const refused = await send('delete', `/annotations?id=${id}`);
    expect(refused.status).toBe(409);
    expect(refused.body.error.message).toMatch(/DELETE \/decision\/choices/);
    const path = `/decision/choices?id=${id}`;
    expect((await send('delete', path)).body).toEqual({ removed: id });
    expect((await read()).choices).toEqual([]);
    expect((await send('delete', path)).status).toBe(404);

    const note = { day: '2026-11-20', text: 'Cut 12 plugins' };
    const other = (await send('post', '/annotations', note)).body.id;
    const wrong = await send('delete', `/decision/choices?id=${other}`);
    expect(wrong.status).toBe(404);
  });

  it('forgets who recorded it', async () => {
    await send('post', '/decision/choices', decided);
    await new AnnotationStore(portal.knex).forgetAuthor('user:default/ada');
    expect((await read()).choices).toMatchObject([{ writtenBy: null }]);
  });

  it.each<[object, RegExp]>([
    [
      { ...decided, option: 'wait' },
      /field 'option' is 'wait'; expected .*, stay, stop/,
    ],
    [{ ...decided, option: '' }, /field 'option'/],
    [{ ...decided, day: '2026-11-24' }, /field 'day' is '2026-11-24'/],
    [{ ...decided, text: ' ' }, /field 'text'/],
    [{ ...decided, text: 'a\0' }, /U\+0000/],
    [{ day: decided.day, text: 'x' }, /option/],
  ])('refuses %j', async (body, message) => {
    const answer = await send('post', '/decision/choices', body);
    expect(answer.status).toBe(400);
    expect(answer.body.error.message).toMatch(message);
    expect((await read()).choices).toEqual([]);
  });
});

it('lets only those record a decision who may', async () => {
  const [[engine]] = testedDatabases();
  const portal = await startUptimePortal(engine, {
    result: AuthorizeResult.DENY,
  });
  for (const method of ['get', 'post', 'delete'] as const) {
    const answer = await portal
      .send(method, '/decision/choices')
      .set('Authorization', mockCredentials.user.header('user:default/eve'))
      .send(method === 'get' ? undefined : decided);
    expect([method, answer.status]).toEqual([method, 403]);
  }
  await portal.stop();
});
