import { parseDay, ReportingZone } from '../time';
import { checkClosedDays } from './checkClosedDays';

describe('checkClosedDays', () => {
  const zone = ReportingZone.create('Europe/Stockholm');
  const check = (known: { closed?: string; first?: string; now?: string }) =>
    checkClosedDays({
      samples: { latestDay: async () => parseDay(known.closed ?? '') },
      reporter: { firstMetricsOn: async () => parseDay(known.first ?? '') },
      zone,
      now: Date.parse(known.now ?? '2026-11-29T22:30:00Z'),
    });

  it('says when the first metrics come', async () => {
    expect(await check({ first: '2026-11-30' })).toMatchObject({
      status: 'unknown',
      detail: expect.stringMatching(
        /on 30 Nov 2026, after midnight in Europe\/Stockholm\.$/,
      ),
    });
  });

  it('does not name a day that has come', async () => {
    const now = '2026-11-29T23:01:00Z';
    expect(await check({ first: '2026-11-30', now })).toMatchObject({
      detail: expect.stringMatching(
        /The first metrics appear within minutes\.$/,
      ),
    });
  });

  it('says through which day metrics are known', async () => {
    expect(await check({ closed: '2026-11-28' })).toMatchObject({
      status: 'ok',
      detail: expect.stringMatching(/^Data through 28 Nov 2026 in Europe/),
    });
  });
});
