import { ServiceUnavailableError } from '@backstage/errors';
import { mockServices } from '@backstage/backend-test-utils';
import { DeveloperCollection, DeveloperCollector } from './DeveloperCollector';
import { DeveloperTask } from './DeveloperTask';

const organization = { users: [], groups: [] };
const { signal } = new AbortController();

function setUp(
  given: { recognize?: (entityRefs: string[]) => Promise<void> } = {},
) {
  const logger = mockServices.logger.mock();
  const read = jest.fn().mockResolvedValue(organization);
  const collect = jest.fn();
  const record = jest.fn(async (_: string | undefined) => {});
  const task = new DeveloperTask({
    reader: { read },
    collector: { collect } as unknown as DeveloperCollector,
    failures: { record },
    shapes: { record: async () => {} },
    logger,
    today: () => 20,
    ...given,
  });
  const run = async (...outcomes: DeveloperCollection[]) => {
    for (const outcome of outcomes) {
      collect.mockResolvedValueOnce(outcome);
      await task.run(signal);
    }
  };
  const lines = () =>
    (['info', 'warn', 'error'] as const).flatMap(level =>
      logger[level].mock.calls.map(([message]) => `${level} ${message}`),
    );
  return { read, collect, record, task, run, lines };
}

const collected = { status: 'collected', developers: 9, excluded: 0 } as const;
const held = { status: 'held', developers: 3, previously: 9 } as const;

describe('DeveloperTask', () => {
  it('stores what it reads as of today, and does not talk about it', async () => {
    const { run, collect, lines } = setUp();
    await run(collected, { ...collected, developers: 10 });
    expect(collect).toHaveBeenCalledWith(organization, 20);
    expect(lines()).toEqual([]);
  });

  it('says once that something is the matter, and once that it is over', async () => {
    const { run, lines } = setUp();
    await run(collected, held, held, held, collected, collected);
    expect(lines()).toEqual([
      'info The catalog has 9 developers',
      expect.stringMatching(/^warn The catalog has 3 developers after 9/),
    ]);
  });

  it('records why it cannot read, and that it can again', async () => {
    const { read, record, run } = setUp();
    read.mockRejectedValueOnce(
      Object.assign(new Error('secret'), { statusCode: 503 }),
    );
    record.mockRejectedValueOnce(new Error('the database is gone'));
    await run(collected, collected);
    expect(record.mock.calls).toEqual([
      ['the response was HTTP 503 (http-503)'],
      [undefined],
    ]);
  });

  it.each<[DeveloperCollection, RegExp]>([
    [{ status: 'unconfirmed', developers: 4 }, /^info .*4 developers so far/],
  ])('reports %j', async (outcome, line) => {
    const { run, lines } = setUp();
    await run(outcome, outcome);
    expect(lines()).toEqual([expect.stringMatching(line)]);
  });

  it('worries about a catalog without users once it stays so', async () => {
    const { run, lines } = setUp();
    const empty = { status: 'empty' } as const;
    await run(empty, empty, empty);
    expect(lines()).toEqual([
      'info The catalog has no users yet',
      expect.stringMatching(/^warn .*no users/),
    ]);
  });

  it('writes one developer as one, and has users recognized before', async () => {
    const recognize = jest.fn(async () => {});
    const { run, lines } = setUp({ recognize });
    await run(held, { ...collected, developers: 1 });
    expect(lines()[0]).toBe('info The catalog has 1 developer');
    expect(recognize).toHaveBeenCalledWith([]);
  });

  it('says once that it cannot read, and changes nothing', async () => {
    const { task, read, collect, lines } = setUp();
    read.mockRejectedValue(new ServiceUnavailableError('secret'));
    await task.run(signal);
    await task.run(signal);
    expect(lines()).toEqual([
      expect.stringMatching(/^warn .*could not be read.*\(http-503\)/),
    ]);
    expect(collect).not.toHaveBeenCalled();
  });

  it('is silent about being stopped', async () => {
    const { task, read, lines } = setUp();
    read.mockRejectedValue(new Error('aborted'));
    await task.run(AbortSignal.abort());
    expect(lines()).toEqual([]);
  });
});
