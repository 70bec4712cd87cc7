import { mockServices } from '@backstage/backend-test-utils';
import { EventsService } from '@backstage/plugin-events-node';
import { findingOf } from '../__testUtils__/findings';
import { EarlyScanTask } from './EarlyScanTask';
import { MINUTE_MS } from '../../time';

const minute = MINUTE_MS;

function setUp({ duration = 1_000, total = 9 } = {}) {
  const clock = { time: 0, now: () => clock.time };
  const triggerTask = jest.fn(async () => {});
  const run = { startedAt: -duration, finishedAt: 0, total };
  const listed = findingOf('known');
  const early = new EarlyScanTask({
    store: {
      latestRun: async () => run,
      findingsOf: async refs =>
        refs.includes(listed.entityRef) ? [listed] : [],
    },
    scheduler: { triggerTask },
    clock,
    logger: mockServices.logger.mock(),
    taskId: 'catalog-scan',
  });
  const report = async (
    entity: unknown,
    topic = 'experimental.catalog.errors',
  ) => {
    const subscribe: EventsService['subscribe'] = async ({
      topics,
      onEvent,
    }) => {
      if (topics.includes(topic)) {
        await onEvent({ topic, eventPayload: { entity, errors: [] } });
      }
    };
    await early.listen({ subscribe, publish: jest.fn() });
  };
  const runAt = async (instant: number) => {
    clock.time = instant;
    await early.run();
    return triggerTask.mock.calls.length;
  };
  return { early, triggerTask, report, runAt };
}

describe('EarlyScanTask', () => {
  it('scans early on a new error, and not again for the same', async () => {
    const { triggerTask, report, runAt } = setUp();
    expect(await runAt(2 * minute)).toBe(0);
    await report('component:default/a');
    expect(await runAt(3 * minute)).toBe(1);
    expect(triggerTask).toHaveBeenCalledWith('catalog-scan');
    await report('component:default/a');
    expect(await runAt(9 * minute)).toBe(1);
    await report('location:default/b');
    expect(await runAt(9 * minute)).toBe(2);
  });

  it('ignores errors that a scan has seen', async () => {
    const { report, runAt } = setUp();
    await report('component:default/known');
    expect(await runAt(9 * minute)).toBe(0);
  });

  it.each([
    ['two minutes after the last scan', {}, 2 * minute],
    ['ten times as long as it took', { duration: minute }, 10 * minute],
  ])('waits %s', async (_, options, due) => {
    const { report, runAt } = setUp(options);
    await report('component:default/a');
    expect(await runAt(due - 1)).toBe(0);
    expect(await runAt(due)).toBe(1);
  });

  it('scans early while the catalog was empty', async () => {
    const { runAt } = setUp({ total: 0 });
    expect(await runAt(2 * minute - 1)).toBe(0);
    expect(await runAt(2 * minute)).toBe(1);
  });

  it('survives a scan that is already running, and empty events', async () => {
    const { triggerTask, report, runAt } = setUp();
    triggerTask.mockRejectedValueOnce(new Error('it runs already'));
    await report(undefined);
    await report('component:default/c', 'experimental.catalog.conflict');
    expect(await runAt(5 * minute)).toBe(0);
    await report('component:default/a');
    expect(await runAt(5 * minute)).toBe(1);
  });
});
