import { inEnglish } from 'backstage-plugin-adoption-metrics-common';
import { DAY_MS, ReportingZone } from '../time';
import { OutsideView, UptimeReporter } from './UptimeReporter';
import { measureAvailability, UptimeEvidence } from './availability';
import { UptimeMetric } from './UptimeMetric';

const zone = ReportingZone.create('UTC');
const now = Date.UTC(2026, 10, 23);

function setUp(
  evidence: Partial<UptimeEvidence> & { upSince: number; downAt?: number },
  outside: OutsideView = { seenFromInsideOnly: false, silent: [] },
) {
  const { upSince, downAt = 60_000, ...rest } = evidence;
  const first = now - upSince * DAY_MS;
  const beat = (seq: number, startedAt: number, lastBeatAt: number) => ({
    instanceId: 'a',
    seq,
    state: 'up' as const,
    startedAt,
    lastBeatAt,
    period: 15_000,
  });
  const measure = (window: UptimeEvidence['window'], at: number) =>
    measureAvailability({
      window,
      now: at,
      firstBeatAt: first,
      heartbeats: [
        beat(0, first, now - DAY_MS),
        beat(1, now - DAY_MS + downAt, now),
      ],
      ...rest,
    });
  const reporter: Pick<
    UptimeReporter,
    'measure' | 'measureAll' | 'seenFromOutside'
  > = {
    measure: async (window, at) => measure(window, at),
    measureAll: async (windows, at) => windows.map(each => measure(each, at)),
    seenFromOutside: async () => outside,
  };
  return new UptimeMetric({
    target: { operator: '>=', value: 0.999 },
    zone,
    reporter: reporter as never,
  });
}

const time = { now, closedDay: undefined };

describe('UptimeMetric', () => {
  it('is judged on the last 30 days', async () => {
    const reading = await setUp({ upSince: 40 }).read(time);
    expect(reading).toMatchObject({
      numerator: 30 * 86_400 - 60,
      denominator: 30 * 86_400,
      coverage: 1,
      verdict: { status: 'met' },
      notes: [],
      facts: { 'error-budget': 2_592, 'error-budget-used': 60, incidents: 1 },
    });
  });

  it('is missed as soon as the budget is overspent', async () => {
    const spent = await setUp({ upSince: 40, downAt: 2_592_000 }).read(time);
    expect(spent.verdict).toEqual({ status: 'met' });
    const over = await setUp({ upSince: 40, downAt: 2_592_001 }).read(time);
    expect(over.verdict).toEqual({ status: 'missed' });
  });

  it('has no verdict before seven observed days', async () => {
    const young = await setUp({ upSince: 6.99 }).read(time);
    expect(young.verdict).toEqual({
      status: 'undecided',
      reason: 'window-incomplete',
    });
    const maintenance = [{ from: now - 5 * DAY_MS, to: now - 3 * DAY_MS }];
    const old = await setUp({ upSince: 7, maintenance }).read(time);
    expect(old.verdict).toEqual({ status: 'met' });
    expect(old.notes.map(inEnglish)).toEqual([
      'Based on the 7 days observed: the 30-day window begins before the installation.',
    ]);
  });

  it('excludes maintenance and counts unknown time as not up', async () => {
    const maintenance = [{ from: now - 5 * DAY_MS, to: now - 3 * DAY_MS }];
    const downAt = DAY_MS / 2;
    const reading = await setUp({
      upSince: 12,
      downAt,
      maintenance,
      gaps: 'unknown',
    }).read(time);
    expect(reading).toMatchObject({
      denominator: 10 * 86_400,
      value: 0.95,
      coverage: 0.95,
      verdict: { status: 'missed' },
      facts: { lenient: 1, incidents: 0, 'error-budget-used': 43_200 },
    });
  });

  it('notes who checks the portal', async () => {
    const inside = { seenFromInsideOnly: true, silent: ['docs'] };
    const { notes } = await setUp({ upSince: 40 }, inside).read(time);
    expect(notes.map(inEnglish)).toEqual([
      'Based on heartbeats only: no external check has succeeded yet.',
      "Checks of 'docs' have stopped; uptime is based on heartbeats.",
    ]);
  });

  it('lists incidents with their causes', async () => {
    const [incidents] = await setUp({ upSince: 40 }).breakdowns(time);
    expect(incidents.rows).toEqual([
      {
        id: '2026-11-22T00:00:00.000Z',
        label: '22 Nov 2026, 00:00 (UTC): interruption',
        value: 60,
      },
    ]);
  });

  it('counts a restart as downtime, and as no incident', async () => {
    const metric = setUp({ upSince: 40, downAt: 59_000 });
    expect((await metric.read(time)).facts).toMatchObject({
      'error-budget-used': 59,
      incidents: 0,
      'longest-incident': 0,
      restarts: 1,
    });
    const [incidents, restarts] = await metric.breakdowns(time);
    expect(incidents.rows).toEqual([]);
    expect(restarts.rows).toMatchObject([{ value: 59 }]);
  });

  it('lists the newest incidents of a month that has many', async () => {
    const componentStates = Array.from({ length: 300 }, (_, i) => ({
      componentId: 1,
      component: 'portal',
      from: now - (600 - 2 * i) * 60_000,
      to: now - (599 - 2 * i) * 60_000,
      state: 'down' as const,
      counts: true,
      silence: 0,
    }));
    const metric = setUp({ upSince: 40, componentStates });
    const [{ title, rows }] = await metric.breakdowns(time);
    expect(title).toBe('The newest 200 of 301 incidents, 30 days');
    expect(rows).toHaveLength(200);
    expect(rows[0].id).toBe('2026-11-22T23:58:00.000Z');
  });
});
