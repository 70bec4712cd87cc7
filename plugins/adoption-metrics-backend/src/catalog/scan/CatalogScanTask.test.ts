import { mockServices } from '@backstage/backend-test-utils';
import { ScanResult } from './CatalogScanner';
import { CatalogScanTask } from './CatalogScanTask';

const good: ScanResult = { status: 'completed', total: 10, stale: 1 };
const bad = (error: string): ScanResult => ({ status: 'failed', error });

function setUp(...results: ScanResult[]) {
  const logger = mockServices.logger.mock();
  const scan = async () => results.shift()!;
  const task = new CatalogScanTask({
    scanner: { scan },
    reader: {} as never,
    logger,
  });
  const { signal } = new AbortController();
  return { logger, run: (given = signal) => task.run(given) };
}

describe('CatalogScanTask', () => {
  it('logs nothing while scans succeed', async () => {
    const { logger, run } = setUp(good, good);
    await run();
    await run();
    expect(logger.info).not.toHaveBeenCalled();
    expect(logger.warn).not.toHaveBeenCalled();
  });

  it('warns once when scans start to fail, and logs when they succeed again', async () => {
    const { logger, run } = setUp(bad('x'), bad('y'), good, good, bad('z'));
    await run();
    await run();
    expect(logger.warn).toHaveBeenCalledTimes(1);
    expect(logger.warn.mock.calls[0][0]).toMatch(
      /^Cannot scan the catalog.*: x$/,
    );
    expect(logger.info).not.toHaveBeenCalled();

    await run();
    await run();
    expect(logger.info.mock.calls).toEqual([['Catalog scans succeed again']]);

    await run();
    expect(logger.warn).toHaveBeenCalledTimes(2);
  });

  it('names entities that cannot be judged, once', async () => {
    const partly: ScanResult = {
      status: 'completed',
      total: 10,
      stale: 1,
      unjudged: {
        total: 1,
        examples: [{ entityRef: 'component:default/a', reason: 'why' }],
      },
    };
    const { logger, run } = setUp(partly, partly, good, partly);
    await run();
    await run();
    expect(logger.warn.mock.calls).toEqual([
      [
        'The catalog scan could not fully check 1 entity, such as component:default/a (why)',
      ],
    ]);
    await run();
    await run();
    expect(logger.warn).toHaveBeenCalledTimes(2);
  });

  it('logs nothing about an aborted scan', async () => {
    const { logger, run } = setUp(bad('aborted'));
    await run(AbortSignal.abort());
    expect(logger.warn).not.toHaveBeenCalled();
  });
});
