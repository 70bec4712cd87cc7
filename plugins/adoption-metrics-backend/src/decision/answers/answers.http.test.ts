import { mockCredentials } from '@backstage/backend-test-utils';
import { DecisionQuestion } from 'backstage-plugin-adoption-metrics-common';
import { expectDocumented } from '../../__testUtils__/expectDocumented';
import { parseDay } from '../../time';
import {
  noon,
  person,
  startUptimePortal,
  testedDatabases,
} from '../../uptime/__testUtils__/uptimePortal';
import { AnswerStore } from './AnswerStore';
import { questionIds } from './questions';

type Portal = Awaited<ReturnType<typeof startUptimePortal>>;

const PATH = '/decision/answers';
const DAY_MS = 86_400_000;
const eve = mockCredentials.user.header('user:default/eve');
const [[sqlite]] = testedDatabases();

function clientOf(portal: () => Portal) {
  return async (method: 'get' | 'put', body?: object) => {
    const request = portal().send(method, PATH).set('Authorization', person);
    const answer = await (body ? request.send(body) : request);
    expectDocumented(PATH, method, answer);
    return answer;
  };
}

describe.each(testedDatabases())('answers over HTTP, %p', engine => {
  let portal: Portal;
  const send = clientOf(() => portal);
  const put = (answers: object, note?: string) =>
    send('put', { answers, ...(note && { note }) });
  const questions = async (): Promise<DecisionQuestion[]> =>
    (await send('get')).body.questions;
  const question = async (id: string) =>
    (await questions()).find(each => each.id === id)!;
  const conditionOf = async (id: string) => {
    const { body } = await portal
      .send('get', '/decision/checklist')
      .set('Authorization', person);
    return body.conditions.find((each: { id: string }) => each.id === id).state;
  };

  beforeAll(async () => {
    portal = await startUptimePortal(engine, {
      config: { decision: { answers: { sponsor: true } } },
    });
  });
  beforeEach(async () => {
    portal.time.now = noon;
    await portal.knex('decision_answers').delete();
  });
  afterAll(() => portal.stop());

  it('asks every question, with what it accepts', async () => {
    const asked = await questions();
    expect(asked.slice(0, questionIds.length).map(({ id }) => id)).toEqual(
      questionIds,
    );
    expect(
      asked
        .slice(questionIds.length)
        .every(
          ({ id, kind }) => id.startsWith('readiness.') && kind === 'yes-no',
        ),
    ).toBe(true);
    expect(await question('readiness.staff')).toMatchObject({
      text: expect.stringMatching(/7–15 FTE for 18–24 months\?$/),
    });
    expect(await question('team')).toEqual({
      id: 'team',
      text: expect.stringMatching(/\?$/),
      kind: 'number',
      unit: 'FTE',
      choices: [],
      least: 0,
      most: 10_000,
      state: 'unanswered',
      value: null,
      note: null,
      from: null,
      answeredOn: null,
      answeredBy: null,
      staleOn: null,
      earlier: [],
    });
    expect(await question('hosting')).toMatchObject({
      kind: 'choice',
      choices: ['self-hosted', 'managed'],
    });
    expect(await question('budgetPerYear')).toMatchObject({
      unit: 'USD a year',
    });
  });

  it('keeps several answers, with who gave them and when', async () => {
    const answer = await put(
      { team: 5, hosting: 'managed', 'readiness.staff': false },
      'As agreed',
    );
    expect(answer.status).toBe(200);
    expect(await question('team')).toMatchObject({
      state: 'answered',
      value: 5,
      note: 'As agreed',
      from: 'page',
      answeredOn: '2026-11-23',
      answeredBy: 'user:default/ada',
      staleOn: '2027-11-23',
    });
    expect(await question('readiness.staff')).toMatchObject({ value: false });
    expect(await conditionOf('team')).toBe('met');
    expect(portal.auditor.createEvent).toHaveBeenCalledWith(
      expect.objectContaining({ eventId: 'decision-answer' }),
    );
  });

  it('has the newest hold, until it is taken back', async () => {
    await put({ team: 5 });
    await put({ team: 2 });
    expect(await question('team')).toMatchObject({
      value: 2,
      earlier: [
        {
          value: 5,
          note: null,
          answeredOn: '2026-11-23',
          answeredBy: 'user:default/ada',
        },
      ],
    });
    await put({ team: null });
    expect(await question('team')).toMatchObject({
      state: 'unanswered',
      value: null,
      earlier: [{ value: null }, { value: 2 }, { value: 5 }],
    });
    expect(await portal.knex('decision_answers')).toHaveLength(3);
  });

  it('takes an answer for unknown a year later, and shows it as stale', async () => {
    await put({ team: 5 });
    portal.time.now = noon + 364 * DAY_MS;
    expect(await question('team')).toMatchObject({ state: 'answered' });
    expect(await conditionOf('team')).toBe('met');
    portal.time.now = noon + 365 * DAY_MS;
    expect(await question('team')).toMatchObject({ state: 'stale', value: 5 });
    expect(await conditionOf('team')).toBe('unknown');
    await put({ team: 5 });
    expect(await question('team')).toMatchObject({ state: 'answered' });
  });

  it('has the configuration win, and says so', async () => {
    expect(await question('sponsor')).toMatchObject({
      state: 'answered',
      value: true,
      from: 'configuration',
      answeredOn: null,
    });
    const answer = await put({ team: 5, sponsor: false });
    expect(answer.status).toBe(409);
    expect(answer.body.error.message).toMatch(
      /'sponsor' is set by adoptionMetrics\.decision\.answers/,
    );
    // All of them or none.
    expect(await question('team')).toMatchObject({ state: 'unanswered' });
  });

  it.each<[object, RegExp]>([
    [
      { bogus: 1 },
      /field 'answers': a name is 'bogus'; expected team, .*readiness/,
    ],
    [{ team: -1 }, /field 'answers\.team' is -1; expected numbers from 0/],
    [{ team: '5' }, /field 'answers\.team' is '5'; expected numbers/],
    [{ team: true }, /expected numbers/],
    [{ months: 601 }, /numbers from 0 to 600/],
    [{ outsideChanges: 85 }, /numbers from 0 to 1/],
    [{ hosting: 'cloud' }, /expected self-hosted, managed, or null/],
    [{ internalTools: 'yes' }, /expected true, false, or null/],
    [{ 'readiness.staff': 1 }, /expected true, false, or null/],
    [{ team: [5] }, /field 'answers/],
    [{ __proto__: 1, constructor: 1 }, /expected team/],
  ])('refuses %j', async (answers, message) => {
    const answer = await put(answers);
    expect(answer.status).toBe(400);
    expect(answer.body.error.message).toMatch(message);
    expect(await portal.knex('decision_answers')).toEqual([]);
  });

  it('takes no name but that of the caller', async () => {
    const answers = { team: 5 };
    const answer = await send('put', {
      answers,
      answeredBy: 'user:default/eve',
    });
    expect(answer.status).toBe(400);
  });

  it('forgets who answered', async () => {
    await put({ team: 5 });
    await new AnswerStore(portal.knex).forgetAuthor('user:default/ada');
    expect(await question('team')).toMatchObject({
      value: 5,
      answeredBy: null,
    });
  });

  it('knows no answer that a question would not accept any more', async () => {
    await new AnswerStore(portal.knex).add(
      new Map([['hosting', { value: 'abandoned', at: noon }]]),
    );
    expect(await question('hosting')).toMatchObject({ state: 'unanswered' });
  });
});

it('lets answers of the configuration go stale a year after their day', async () => {
  const answers = { team: 5, answeredOn: '2025-11-23' };
  const portal = await startUptimePortal(sqlite, {
    config: { decision: { answers } },
  });
  const send = clientOf(() => portal);
  const [team] = (await send('get')).body.questions;
  expect(parseDay(team.answeredOn)).toBe(parseDay('2025-11-23'));
  expect(team).toMatchObject({ state: 'stale', staleOn: '2026-11-23' });
  await portal.stop();
});

it('shows answers to nobody without the permission', async () => {
  const portal = await startUptimePortal(sqlite);
  for (const method of ['get', 'put'] as const) {
    const answer = await portal.send(method, PATH).set('Authorization', eve);
    expect(answer.status).toBe(403);
  }
  await portal.stop();
});
