import {
  answer,
  answersOf,
  publishedWith,
} from '../__testUtils__/decisionFixtures';
import { AnswerValues } from '../answers';
import { conditionsOf } from './conditions';

const plugins = (count: number) =>
  Array.from({ length: count }, (_, index) => `plugin-${index}`);

function conditions(
  values: Partial<AnswerValues>,
  given: {
    plugins?: number;
    replaced?: Parameters<typeof publishedWith>[0];
  } = {},
) {
  return conditionsOf({
    answers: answersOf(values),
    published: publishedWith(given.replaced),
    usedPlugins:
      given.plugins === undefined ? undefined : plugins(given.plugins),
    goal: 0.3,
  });
}

function statesOf(...given: Parameters<typeof conditions>) {
  return Object.fromEntries(
    conditions(...given).map(({ id, state }) => [id, state]),
  );
}

const succeeded = {
  team: 5,
  hosting: 'managed',
  sponsor: true,
  months: 18,
} as const;
const failed = {
  team: 2,
  hosting: 'self-hosted',
  sponsor: false,
  months: 6,
} as const;

describe('conditionsOf', () => {
  it('finds all five met in a portal that succeeded', () => {
    const states = Object.values(statesOf(succeeded, { plugins: 5 }));
    expect(states).toEqual(Array(5).fill('met'));
  });

  it('finds none met in a portal that failed', () => {
    const states = Object.values(statesOf(failed, { plugins: 20 }));
    expect(states).toEqual(Array(5).fill('not-met'));
  });

  it('says what a verdict rests on', () => {
    const reasons = conditions(failed, { plugins: 20 }).map(
      ({ reason }) => reason,
    );
    expect(reasons).toEqual([
      'The team has 2 FTE (minimum 4).',
      '20 plugins are in use, excluding built-in plugins (maximum 5).',
      'No executive sponsor named.',
      'Self-hosted by a team of 2 FTE (minimum 7).',
      'Leadership allows 6 months to reach 30%; published plans take 18 to 24.',
    ]);
  });

  it('says in codes and values what it says in sentences', () => {
    const said = (...given: Parameters<typeof conditions>) =>
      conditions(...given).map(({ code, values }) => ({ code, ...values }));
    expect(said(failed, { plugins: 20 })).toEqual([
      { code: 'team', team: 2, least: 4 },
      { code: 'plugins', plugins: 20, most: 5 },
      { code: 'no-sponsor' },
      { code: 'self-hosted', team: 2, least: 7 },
      { code: 'months', months: 6, goal: 0.3, low: 18, high: 24 },
    ]);
    expect(said({ hosting: 'managed', sponsor: true })).toEqual([
      { code: 'unanswered' },
      { code: 'plugins-unknown' },
      { code: 'sponsor' },
      { code: 'managed' },
      { code: 'unanswered' },
    ]);
  });

  it('knows nothing of what is neither answered nor measured', () => {
    const judged = conditions({});
    expect(new Set(judged.map(({ state }) => state))).toEqual(
      new Set(['unknown']),
    );
    expect(judged[0].reason).toBe('Unknown: not answered yet.');
  });

  it('rests on no answer that is stale', () => {
    const [team] = conditionsOf({
      answers: { values: { team: answer(9, true) }, readiness: {} },
      published: publishedWith(),
      goal: 0.3,
    });
    expect(team).toMatchObject({
      state: 'unknown',
      code: 'stale-answer',
      reason: 'Unknown: the answer is more than a year old.',
    });
  });

  it('follows the numbers that replace published ones', () => {
    const replaced: Parameters<typeof publishedWith>[0] = {
      leastTeam: [2, null],
      pluginCap: [null, 20],
      'self-hosted-backstage.team': [2, 3],
      monthsToGoal: [6, 9],
    };
    expect(statesOf(failed, { plugins: 20, replaced })).toEqual({
      team: 'met',
      scope: 'met',
      sponsor: 'not-met',
      operations: 'met',
      timeline: 'met',
    });
  });

  it.each<[Partial<AnswerValues>, string, string]>([
    [{ team: 4 }, 'team', 'met'],
    [{ team: 3.9 }, 'team', 'not-met'],
    [{ hosting: 'self-hosted', team: 7 }, 'operations', 'met'],
    [{ hosting: 'self-hosted', team: 6 }, 'operations', 'not-met'],
    [{ hosting: 'self-hosted' }, 'operations', 'unknown'],
    [{ hosting: 'managed' }, 'operations', 'met'],
    [{ months: 18 }, 'timeline', 'met'],
    [{ months: 17 }, 'timeline', 'not-met'],
  ])('with %j, %s is %s', (answered, id, state) => {
    expect(statesOf(answered)[id]).toBe(state);
  });

  it.each([
    [5, 'met'],
    [6, 'not-met'],
  ])('with %d plugins the scope is %s', (count, state) => {
    expect(statesOf({}, { plugins: count }).scope).toBe(state);
  });
});
