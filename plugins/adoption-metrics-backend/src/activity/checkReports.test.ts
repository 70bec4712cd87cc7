import { parseDay, ReportingZone } from '../time';
import { checkBatches, checkOptOuts, checkReaders } from './checkReports';
import { ClosedDay, Silence } from './silence';

const NOW = Date.parse('2026-03-10T12:00:00.000Z');
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describe('checkBatches', () => {
  const lastBatch = (
    at: number | undefined,
    until?: number,
    lasting?: Silence,
    before?: number,
    guestAt?: number,
    daysInUse = 1,
  ) =>
    checkBatches({
      now: NOW,
      zone: ReportingZone.create('Europe/Berlin'),
      silence: { lasting: async () => lasting },
      guests: { lastAt: async () => guestAt },
      activity: {
        countDaysAfter: async () => daysInUse,
        lastBatchAt: async (moment = Infinity) =>
          [at, before].find(each => each !== undefined && each < moment),
      },
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

  it('tells from nobody that only guests come', async () => {
    const guests = {
      status: 'problem',
      fix: expect.stringMatching(/^Let people sign in/),
    };
    const only = (until?: number) =>
      lastBatch(undefined, until, undefined, undefined, NOW - MINUTE);
    expect(await only()).toMatchObject(guests);
    expect(await only(NOW - HOUR)).toMatchObject(guests);
    const both = lastBatch(NOW - HOUR, 0, undefined, undefined, NOW - MINUTE);
    expect(await both).toMatchObject({ status: 'ok' });
  });

  it('is fine while batches arrive', async () => {
    const seen = await lastBatch(NOW - MINUTE);
    expect(seen).toMatchObject({ status: 'ok' });
    expect(seen).not.toHaveProperty('at');
  });

  it('warns of an app that reports page loads only', async () => {
    expect(
      await lastBatch(NOW - MINUTE, 0, undefined, undefined, undefined, 0),
    ).toMatchObject({
      status: 'warning',
      fix: expect.stringContaining('createAdoptionAnalyticsApiFactory()'),
    });
  });

  it('shows a batch when its hour is over, and of an old one the day', async () => {
    const old = NOW - 30 * HOUR;
    const at = '2026-03-08T23:00:00.000Z';
    const ofThisHour = await lastBatch(NOW, undefined, undefined, old);
    expect(ofThisHour).toMatchObject({
      detail: expect.stringMatching(/for more than a day/),
      at,
    });
    expect(await lastBatch(old)).toEqual(ofThisHour);
  });

  const since = parseDay('2026-03-02')!;
  const silence = (state: Silence['state']) =>
    lastBatch(NOW - 24 * HOUR, undefined, {
      since,
      days: [{ readers: 7, failedReporters: 0 } as ClosedDay],
      state,
    });

  it('finds nothing wrong with days on which nobody is expected', async () => {
    expect(await silence(undefined)).toMatchObject({
      status: 'ok',
      detail: expect.stringMatching(/more than a day/),
    });
  });

  it('reports a problem while people come whose browsers do not report', async () => {
    expect(await silence('stopped')).toMatchObject({
      status: 'problem',
      detail: expect.stringMatching(/7 people opened this plugin/),
    });
  });

  it('notes a long silence that nothing explains', async () => {
    expect(await silence('quiet')).toMatchObject({
      status: 'warning',
      detail: expect.stringMatching(/If no visits were expected/),
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

describe('checkReaders', () => {
  const TODAY = parseDay('2026-03-10')!;
  const check = (recent: [number, number], earlier: [number, number]) =>
    checkReaders({
      today: TODAY,
      silence: {
        closed: async ({ to }) => {
          const [reportingReaders, readers] = to === TODAY ? recent : earlier;
          return [{ readers, reportingReaders } as ClosedDay];
        },
      },
    });

  it('warns of a share that falls by more than chance', async () => {
    expect(await check([20, 60], [380, 400])).toMatchObject({
      status: 'warning',
      detail: expect.stringMatching(/20 of 60 .* down from 380 of 400/),
    });
  });

  it.each<[string, [number, number], [number, number]]>([
    ['a fall by chance', [52, 60], [380, 400]],
    ['a few readers', [0, 5], [380, 400]],
    ['nothing known before', [0, 60], [0, 0]],
    ['a share that rises', [60, 60], [200, 400]],
    ['nobody', [0, 0], [380, 400]],
  ])('is fine with %s', async (_what, recent, earlier) => {
    expect(await check(recent, earlier)).toMatchObject({ status: 'ok' });
  });
});

describe('checkOptOuts', () => {
  it.each([
    [null, 'At most 4 people have opted out and are not counted.'],
    [5, '5 people have opted out and are not counted.'],
  ])('tells %d people who opted out', async (people, detail) => {
    const found = await checkOptOuts({
      optOuts: { read: async () => people },
      today: 0,
    });
    expect(found.detail).toBe(detail);
  });
});
