import { ConfigReader } from '@backstage/config';
import { readKey } from '../../configuration';
import { conditionsOf } from './conditions';
import { conditionsConfig } from '../config';

const plugins = (count: number) =>
  Array.from({ length: count }, (_, index) => `plugin-${index}`);

function read(conditions: object) {
  return readKey(
    new ConfigReader({ adoptionMetrics: { conditions } } as never),
    'adoptionMetrics.conditions',
    conditionsConfig,
  );
}

function statesOf(facts: Parameters<typeof conditionsOf>[0]) {
  const conditions = conditionsOf(facts);
  return Object.fromEntries(conditions.map(({ id, state }) => [id, state]));
}

const succeeded = { team: 5, hosting: 'managed', sponsor: true, months: 18 };
const failed = { team: 2, hosting: 'self-hosted', sponsor: false, months: 6 };

describe('conditionsOf', () => {
  it('finds all five met in a portal that succeeded', () => {
    const states = Object.values(
      statesOf({ ...read(succeeded), offered: plugins(5) }),
    );
    expect(states).toEqual(Array(5).fill('met'));
  });

  it('finds none met in a portal that failed', () => {
    const states = Object.values(
      statesOf({ ...read(failed), offered: plugins(20) }),
    );
    expect(states).toEqual(Array(5).fill('not-met'));
  });

  it('says what a verdict rests on', () => {
    const reasons = conditionsOf({ ...read(failed), offered: plugins(20) }).map(
      ({ reason }) => reason,
    );
    expect(reasons).toEqual([
      'The team has 2 FTE (minimum 4).',
      '20 plugins are in use, excluding built-in plugins (maximum 5).',
      'No executive sponsor named.',
      'Self-hosted by a team of 2 FTE (minimum 7).',
      'Leadership allows 6 months to reach 30%; published plans take 12 to 24.',
    ]);
  });

  it('knows nothing of what is neither configured nor measured', () => {
    const conditions = conditionsOf(read({}));
    expect(new Set(conditions.map(({ state }) => state))).toEqual(
      new Set(['unknown']),
    );
    expect(conditions[0].reason).toBe(
      'Unknown: adoptionMetrics.conditions.team is not configured.',
    );
  });

  it.each([
    [{ team: 4 }, 'team', 'met'],
    [{ team: 3.9 }, 'team', 'not-met'],
    [{ hosting: 'self-hosted', team: 7 }, 'operations', 'met'],
    [{ hosting: 'self-hosted', team: 6 }, 'operations', 'not-met'],
    [{ hosting: 'self-hosted' }, 'operations', 'unknown'],
    [{ hosting: 'managed' }, 'operations', 'met'],
    [{ months: 12 }, 'timeline', 'met'],
    [{ months: 11 }, 'timeline', 'not-met'],
  ])('with %j, %s is %s', (configured, id, state) => {
    expect(statesOf(read(configured))[id]).toBe(state);
  });
});

describe('conditionsConfig', () => {
  it.each([
    [
      { team: -1 },
      'adoptionMetrics.conditions.team is -1; accepted are numbers from 0',
    ],
    [{ months: -3 }, 'adoptionMetrics.conditions.months is -3'],
    [{ hosting: 'cloud' }, "hosting is 'cloud'; accepted are self-hosted, man"],
  ])('refuses %j', (conditions, message) => {
    expect(() => read(conditions)).toThrow(message);
  });
});
