import { checkBatches, checkOptOuts } from './checkReports';

const NOW = Date.parse('2026-03-10T12:00:00.000Z');
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describe('checkBatches', () => {
  const lastBatch = (at: number | undefined, until?: number) =>
    checkBatches({
      now: NOW,
      activity: { lastBatchAt: async () => at },
      history: {
        read: async () =>
          until === undefined ? undefined : { label: 'x', from: 0, until },
      },
    });

  it('reports a problem before the first batch', async () => {
    expect(await lastBatch(undefined)).toMatchObject({
      status: 'problem',
      fix: expect.stringMatching(/backstage-plugin-adoption-metrics/),
    });
  });

  it('is fine while batches arrive', async () => {
    const at = '2026-03-10T11:59:00.000Z';
    expect(await lastBatch(NOW - MINUTE)).toMatchObject({ status: 'ok', at });
  });

  it('warns after a day without batches', async () => {
    expect(await lastBatch(NOW - 24 * HOUR)).toMatchObject({
      status: 'warning',
      detail: expect.stringMatching(/more than a day/),
    });
  });

  it('does not take imported history for batches', async () => {
    const imported = await lastBatch(NOW - 20 * MINUTE, NOW - 10 * MINUTE);
    expect(imported).toMatchObject({
      status: 'warning',
      detail: expect.stringMatching(/Only imported history/),
    });
    expect(imported).not.toHaveProperty('at');
  });

  it('recognizes batches that follow imported history', async () => {
    const seen = await lastBatch(NOW - MINUTE, NOW - 10 * MINUTE);
    expect(seen.status).toBe('ok');
  });
});

describe('checkOptOuts', () => {
  it.each([
    [null, 'Fewer than 5 people have opted out and are not counted.'],
    [5, '5 people have opted out and are not counted.'],
  ])('tells %d people who opted out', async (people, detail) => {
    const found = await checkOptOuts({
      optOuts: { read: async () => people },
      today: 0,
    });
    expect(found.detail).toBe(detail);
  });
});
