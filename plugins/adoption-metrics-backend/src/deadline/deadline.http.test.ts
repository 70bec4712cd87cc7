import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { mockCredentials } from '@backstage/backend-test-utils';
import { Response } from 'supertest';
import { expectDocumented } from '../__testUtils__/expectDocumented';
import { SampleStore } from '../samples';
import { formatDay, parseDay } from '../time';
import {
  person,
  startUptimePortal,
  testedDatabases,
} from '../uptime/__testUtils__/uptimePortal';
import { entity } from '../people/__testUtils__/portal';
import { headline } from './__testUtils__/weeks';

type Portal = Awaited<ReturnType<typeof startUptimePortal>>;
type Method = 'get' | 'post' | 'put' | 'delete';

/** Someone is notified already: who sets a deadline need not name anyone. */
const alerts = { recipients: ['user:default/ada'] };
const users = [entity('User', 'ada')];

const stranger = mockCredentials.user.header('user:default/eve');

async function send(
  portal: Portal,
  [method, path, body]: [Method, string, object?],
  as = person,
): Promise<Response> {
  const request = portal.send(method, path).set('Authorization', as);
  const answer = await (body ? request.send(body) : request);
  const [documented] = path.split('?');
  expectDocumented(documented, method, answer);
  return answer;
}

/** Nine months at 10% of 300, up to the Sunday before the tests take place. */
async function fillPast(portal: Portal) {
  const samples = new SampleStore(portal.knex);
  const last = parseDay('2026-11-22')!;
  for (let day = last - 39 * 7; day <= last; day += 7) {
    const sample = headline(formatDay(day), 30);
    await samples.replaceDay('active-users', day, [sample]);
  }
}

describe.each(testedDatabases())('deadline over HTTP, %p', engine => {
  let portal: Portal;

  beforeAll(async () => {
    portal = await startUptimePortal(engine, { config: { alerts } });
    await fillPast(portal);
  });

  beforeEach(async () => {
    await portal.knex('deadlines').delete();
    await portal.knex('deadline_recipients').delete();
    portal.auditor.createEvent.mockClear();
  });

  afterAll(() => portal.stop());

  it('suggests a deadline where none is set', async () => {
    const { body } = await send(portal, ['get', '/deadline']);
    expect(body).toMatchObject({
      deadline: null,
      state: null,
      daysLeft: null,
      latest: null,
      current: { share: 0.1, active: 30, developers: 300, band: 'stalled' },
      reference: { share: 0.1 },
    });
    expect(body.suggestion).toMatch(/below 15% for 6 weeks/);
    expect((await send(portal, ['get', '/deadline/log'])).body.entries).toEqual(
      [],
    );
  });

  it('reports the status of a deadline that began in the past at once', async () => {
    const set = await send(portal, [
      'put',
      '/deadline',
      { start: '2026-07-27' },
    ]);
    expect(set.status).toBe(200);
    expect(set.body).toMatchObject({
      deadline: { source: 'api', date: '2027-01-27', goal: 0.3, hold: 2 },
      state: 'at-risk',
      daysLeft: 65,
      suggestion: null,
      latest: { week: '2026-11-22', stillNeeded: 60 },
    });
    expect(set.body.latest.forecast.probability).toBeLessThan(0.1);
    expect(set.body.latest.forecast.fan.at(-1).day).toBe('2027-01-27');
    // Each week since the start has its status.
    expect(set.body.weeks.at(-1)).toEqual({
      week: '2026-11-22',
      state: set.body.state,
      probability: set.body.latest.forecast.probability,
    });
    expect(set.body.metrics.map((each: any) => each.id)).toEqual([
      'page-load',
      'uptime',
      'stale-entities',
    ]);
    expect(portal.auditor.createEvent).toHaveBeenCalledWith(
      expect.objectContaining({ eventId: 'deadline-set' }),
    );
  });

  it('has metrics and deadline in one answer for the homepage', async () => {
    const { body: stuck } = await send(portal, ['get', '/overview']);
    expect(stuck.deadline).toMatchObject({
      deadline: null,
      state: null,
      stuck: { below: 0.15, weeks: 6 },
    });
    const start = '2026-07-27';
    const { body: report } = await send(portal, [
      'put',
      '/deadline',
      { start },
    ]);

    const { body } = await send(portal, ['get', '/overview']);

    const { body: scorecard } = await send(portal, ['get', '/scorecard']);
    expect(body.scorecard).toEqual({
      ...scorecard,
      computedAt: expect.any(String),
    });
    const { state, daysLeft, latest, history } = report;
    expect(body.deadline).toEqual({
      deadline: { date: '2027-01-27', goal: 0.3 },
      state,
      daysLeft,
      latest,
      history,
      stuck: null,
      isDecided: false,
      decision: null,
      nobodyNotified: report.nobodyNotified?.reason ?? null,
    });
  });

  it('asks for a decision once the date has passed, until there is one', async () => {
    const deadline = { start: '2026-05-01', date: '2026-11-01' };
    const missed = (await send(portal, ['put', '/deadline', deadline])).body;
    expect(missed).toMatchObject({ state: 'missed', decision: null });
    expect(missed.sentence).toMatch(
      /^The deadline passed at 10% \(30 of 300\); the goal was 30%\. It is time to decide/,
    );
    const decide = async (day: string, option: string) => {
      const body = { day, text: 'The board', option };
      await send(portal, ['post', '/decision/choices', body]);
      return (await send(portal, ['get', '/deadline'])).body;
    };
    expect(await decide('2026-10-31', 'stop')).toEqual(
      expect.objectContaining({ decision: null, sentence: missed.sentence }),
    );
    await decide('2026-11-20', 'stop');
    const decided = await decide('2026-11-20', 'stay');
    expect(decided.decision).toEqual({
      day: '2026-11-20',
      text: 'The board',
      decision: { id: 'stay', title: 'Stay and extend the deadline' },
    });
    expect(decided.sentence).toMatch(
      /the goal was 30%\. Decision on 20 Nov 2026: Stay and extend the deadline\.$/,
    );
    await portal.knex('annotations').delete();
  });

  it('answers for a past week with what was stored then', async () => {
    await send(portal, ['put', '/deadline', { start: '2026-07-27' }]);
    const path = '/deadline/forecast?asOf=2026-10-07';
    const first = await send(portal, ['get', path]);
    expect(first.body.latest.week).toBe('2026-10-04');
    expect((await send(portal, ['get', path])).body).toEqual(first.body);
    const before = '/deadline/forecast?asOf=2020-01-01';
    expect((await send(portal, ['get', before])).body.latest).toBeNull();
    const wrong = await send(portal, ['get', '/deadline/forecast?asOf=soon']);
    expect(wrong.status).toBe(400);
    expect(wrong.body.error.message).toContain(
      "'asOf' is 'soon'; expected days",
    );
  });

  it('stores holidays, and logs other ones as a change', async () => {
    const holidays = [{ from: '2026-12-21', to: '2027-01-04' }];
    const put = (body: object) => send(portal, ['put', '/deadline', body]);
    const start = '2026-07-27';
    const { body } = await put({ start, holidays });
    expect(body.deadline.holidays).toEqual(holidays);
    await put({ start, holidays });
    await put({ start });
    const { entries } = (await send(portal, ['get', '/deadline/log'])).body;
    expect(entries).toMatchObject([
      { act: 'changed', before: { holidays }, after: { holidays: [] } },
      { act: 'set' },
    ]);
    const wrong = await put({ start, holidays: [{ from: '2026-12-21' }] });
    expect(wrong.status).toBe(400);
    expect(wrong.body.error.message).toContain(
      "field 'holidays.0.to' is missing; expected days",
    );
  });

  it('logs who changed and removed the deadline', async () => {
    await send(portal, ['put', '/deadline', { start: '2026-07-27' }]);
    await send(portal, [
      'put',
      '/deadline',
      { start: '2026-07-27', goal: 0.25, date: '2027-03-31' },
    ]);
    expect((await send(portal, ['delete', '/deadline'])).body.state).toBeNull();
    expect((await send(portal, ['delete', '/deadline'])).status).toBe(404);
    const { entries } = (await send(portal, ['get', '/deadline/log'])).body;
    expect(entries).toMatchObject([
      { act: 'ended', by: 'user:default/ada', after: null },
      {
        act: 'changed',
        before: { goal: 0.3, date: '2027-01-27' },
        after: { goal: 0.25, date: '2027-03-31' },
      },
      { act: 'set', before: null },
    ]);
  });

  it.each([
    [{}, "field 'start'"],
    [{ start: 'soon' }, "field 'start'"],
    [{ start: '2026-02-30' }, "field 'start' is '2026-02-30'; expected"],
    [{ start: '2026-07-27', goal: 30 }, "field 'goal'"],
    [{ start: '2026-07-27', length: 'half a year' }, 'such as P6M'],
    [
      { start: '2026-07-27', date: '2026-07-26' },
      'expected days after the start',
    ],
    [{ start: '2026-07-27', gaol: 0.3 }, 'gaol'],
  ])('refuses %j', async (body, message) => {
    const answer = await send(portal, ['put', '/deadline', body]);
    expect(answer.status).toBe(400);
    expect(answer.body.error.message).toContain(message);
  });
});

it('names the channels that notify of a change, unless it is muted', async () => {
  const [[engine]] = testedDatabases();
  const silent = await startUptimePortal(engine);
  const path: [Method, string] = ['get', '/deadline'];
  expect((await send(silent, path)).body.channels).toEqual([]);
  await silent.stop();

  const portal = await startUptimePortal(engine, {
    config: { alerts },
    entities: users,
  });
  expect((await send(portal, path)).body.channels).toEqual(['notifications']);
  const mute = { rule: 'deadline', until: '2026-12-31' };
  await send(portal, ['post', '/alerts/mutes', mute]);
  expect((await send(portal, path)).body.channels).toEqual([]);
  await portal.stop();
});

it('compares with the week before the start, however long ago that was', async () => {
  const [[engine]] = testedDatabases();
  const deadline = { start: '2026-03-04', length: 'P12M' };
  const portal = await startUptimePortal(engine, {
    config: { deadline },
  });
  await fillPast(portal);
  const { body } = await send(portal, ['get', '/deadline']);
  expect(body.straightLine).toMatchObject({
    from: { day: '2026-03-01', share: 0.1 },
    to: { day: '2027-03-04', share: 0.3 },
    perWeek: 0,
    goalReachedOn: null,
  });
  await portal.stop();
});

it('misses no deadline before a week is evaluated', async () => {
  const [[engine]] = testedDatabases();
  const deadline = { start: '2026-05-01', date: '2026-11-01' };
  const portal = await startUptimePortal(engine, {
    config: { deadline },
  });
  const { body } = await send(portal, ['get', '/deadline']);
  expect(body).toMatchObject({
    state: 'insufficient-data',
    sentence: 'The deadline passed; its weeks have not been evaluated yet.',
    daysLeft: -22,
  });
  await portal.stop();
});

describe('deadline over HTTP, permissions', () => {
  const [[engine]] = testedDatabases();

  it('is changed by administrators only where nobody else is allowed', async () => {
    const portal = await startUptimePortal(engine, { config: { alerts } });
    const put: [Method, string, object] = [
      'put',
      '/deadline',
      { start: '2026-07-27' },
    ];
    expect((await send(portal, put, stranger)).status).toBe(403);
    expect((await send(portal, ['delete', '/deadline'], stranger)).status).toBe(
      403,
    );
    expect((await send(portal, ['get', '/deadline'], stranger)).status).toBe(
      200,
    );
    expect((await send(portal, put)).status).toBe(200);
    await portal.stop();
  });

  it('is read by those who may read the metrics', async () => {
    const result = AuthorizeResult.DENY;
    const portal = await startUptimePortal(engine, { result });
    for (const path of [
      '/deadline',
      '/deadline/log',
      '/deadline/forecast',
      '/decision/checklist',
    ]) {
      const answer = await send(portal, ['get', path], stranger);
      expect(answer.status).toBe(403);
    }
    await portal.stop();
  });

  it('cannot be changed where the configuration sets it', async () => {
    const deadline = { start: '2026-07-27', length: 'P6M' };
    const portal = await startUptimePortal(engine, {
      config: { deadline },
    });
    const put: [Method, string, object] = [
      'put',
      '/deadline',
      { start: '2026-08-01' },
    ];
    const refused = await send(portal, put);
    expect(refused.status).toBe(409);
    expect(refused.body.error.message).toContain('adoptionMetrics.deadline');
    expect((await send(portal, ['delete', '/deadline'])).status).toBe(409);
    const { body } = await send(portal, ['get', '/deadline']);
    expect(body.deadline).toMatchObject({ source: 'configuration' });
    await portal.stop();
  });
});
