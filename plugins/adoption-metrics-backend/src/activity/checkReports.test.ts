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

  it('are missing at first', async () => {
    expect(await lastBatch(undefined)).toMatchObject({
      status: 'problem',
      fix: expect.stringMatching(/backstage-plugin-adoption-metrics/),
    });
  });

  it('are in order while they come', async () => {
    const at = '2026-03-10T11:59:00.000Z';
    expect(await lastBatch(NOW - MINUTE)).toMatchObject({ status: 'ok', at });
  });

  it('are missed after a day', async () => {
    expect(await lastBatch(NOW - 24 * HOUR)).toMatchObject({
      status: 'warning',
      detail: expect.stringMatching(/over a day/),
    });
  });

  it('are not those of the sample history', async () => {
    const imported = await lastBatch(NOW - 20 * MINUTE, NOW - 10 * MINUTE);
    expect(imported).toMatchObject({
      status: 'warning',
      detail: expect.stringMatching(/Only the sample history/),
    });
    expect(imported).not.toHaveProperty('at');
  });

  it('are distinguished from those of the sample history', async () => {
    const seen = await lastBatch(NOW - MINUTE, NOW - 10 * MINUTE);
    expect(seen.status).toBe('ok');
  });
});

describe('checkOptOuts', () => {
  it.each([
    [0, /^Nobody asked/],
    [4, /^Fewer than 5 people/],
    [5, /^5 people/],
  ])('shows %d people who opted out', async (people, detail) => {
    const found = await checkOptOuts({
      activity: { countOptedOut: async () => people },
      minimumGroupSize: 5,
    });
    expect(found.detail).toMatch(detail);
  });
});
