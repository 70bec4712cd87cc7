import { mockServices } from '@backstage/backend-test-utils';
import { Metric } from 'backstage-plugin-adoption-metrics-common';
import { Transition } from './Alert';
import { AlertEvaluator } from './AlertEvaluator';
import { checkRules } from './checkRules';
import { RuleFailureStore } from './RuleFailureStore';
import { allOn, routingTo } from './__testUtils__/rules';

const never = new AbortController().signal;
const noon = Date.UTC(2026, 10, 23, 12);
const today = 20_780;

const activeUsers = {
  id: 'active-users',
  name: 'Active users',
  statement: 'Active users: 10%, below target (at least 30%).',
  target: { operator: '>=', value: 0.3 },
} as Metric;

function fail(): never {
  throw Object.assign(new Error('secret'), { code: 'ECONNREFUSED' });
}

/** An evaluator of which each rule would alert, on a clock that goes on. */
function setUp(broken: { deadline?: boolean; metrics?: boolean } = {}) {
  const added: Array<Transition['rule']> = [];
  const settings = new Map<string, string>();
  const time = { now: noon };
  const clock = { now: () => time.now };
  const failures = new RuleFailureStore(
    {
      get: async key => settings.get(key),
      set: async (key, value) => void settings.set(key, value),
    },
    clock,
  );
  const logger = mockServices.logger.mock();
  const evaluator = new AlertEvaluator({
    clock,
    failures,
    logger,
    rules: allOn,
    store: {
      lastStates: async () => new Map(),
      add: async ({ rule }) => added.push(rule) > 0,
    },
    samples: { latestDay: async () => today },
    routing: routingTo(['notifications']),
    deadlineStatus: {
      read: async () =>
        broken.deadline
          ? fail()
          : ({
              deadline: { id: 1 },
              state: 'at-risk',
              said: [],
              daysLeft: 40,
            } as never),
    },
    scorecard: {
      ofDay: async () =>
        broken.metrics ? fail() : [{ ...activeUsers, said: [] }],
    },
    collection: async () => [{ subject: 'catalog', state: 'stopped' as const }],
    uptime: { burnRates: async () => [] },
  });
  return { broken, added, time, failures, logger, evaluator };
}

describe('AlertEvaluator', () => {
  it('goes on past a rule that fails, and names it', async () => {
    const { evaluator, added, failures, logger } = setUp({ deadline: true });
    await evaluator.evaluate(never);
    expect(added).toEqual(['collection']);
    expect(logger.error).toHaveBeenCalledWith(
      "The alert rule 'deadline' could not be evaluated: the connection was refused (connection-refused)",
    );
    expect(await checkRules(failures)).toMatchObject({
      id: 'alert-rules',
      label: 'Alert rules',
      status: 'problem',
      detail:
        "The alert rule 'deadline' cannot be evaluated: the connection was refused (connection-refused). Other rules still alert.",
      fix: expect.stringContaining('every minute'),
      at: '2026-11-23T12:00:00.000Z',
    });
  });

  it('knows since when a rule fails, and that it does no longer', async () => {
    const { evaluator, broken, added, time, failures } = setUp({
      deadline: true,
      metrics: true,
    });
    await evaluator.evaluate(never);
    time.now += 60_000;
    broken.metrics = false;
    await evaluator.evaluate(never);
    expect(await failures.latest()).toEqual([
      {
        rule: 'deadline',
        reason: 'the connection was refused (connection-refused)',
        since: noon,
      },
    ]);
    broken.deadline = false;
    await evaluator.evaluate(never);
    expect(added).toContain('deadline');
    expect(await checkRules(failures)).toMatchObject({ status: 'ok' });
  });

  it('ends when it is asked to', async () => {
    const { evaluator, added } = setUp({ deadline: true });
    await expect(evaluator.evaluate(AbortSignal.abort())).rejects.toThrow(
      /abort/,
    );
    expect(added).toEqual([]);
  });
});
