import { DAY_MS, HOUR_MS, MINUTE_MS } from '../time';
import {
  metricOn,
  now,
  openRecordedPortal,
  testedDatabases,
} from '../scorecard/__testUtils__/recordedPortal';
import { measureAvailability, UptimeEvidence } from './availability';
import { applyCheck, Component, StoredState } from './checks';
import { ComponentState } from './components';
import { errorBudget } from './errorBudget';
import { judgeTimes } from './verdict';

const [[engine]] = testedDatabases();
const JUDGING = { target: 0.999, isNew: false };
const MONTH = 30 * DAY_MS;

/** What is known of a portal that beat all the time but for its last hours. */
function evidenceOf(
  days: number,
  rest: { missing?: number } & Partial<UptimeEvidence> = {},
): UptimeEvidence {
  const { missing = 0, ...others } = rest;
  const from = now - days * DAY_MS;
  const beats = { instanceId: 'a', state: 'up' as const, period: 15_000 };
  return {
    window: { from, to: now },
    now,
    firstBeatAt: from,
    heartbeats: [
      { ...beats, seq: 0, startedAt: from, lastBeatAt: now - DAY_MS - missing },
      { ...beats, seq: 1, startedAt: now - DAY_MS, lastBeatAt: now },
    ],
    ...others,
  };
}

describe('uptime 99.9%: what a target allows', () => {
  it.each([
    [30, 0.999, 43.2],
    [90, 0.999, 129.6],
    [30, 0.9995, 21.6],
    [30, 0.95, 36 * 60],
    [365, 0.95, 438 * 60],
  ])('in %d days at %d: %d minutes', (days, target, minutes) => {
    const accountable = days * DAY_MS;
    const { total } = errorBudget({ accountable, up: accountable, target });
    expect(total).toBe(minutes * MINUTE_MS);
  });
});

describe('uptime 99.9%: time up of the last 30 days', () => {
  it.each([
    ['21.6 minutes down', 21.6, '99.95%', 'met', 1_296],
    ['43.2 minutes down', 43.2, '99.9%', 'met', 2_592],
    ['43.3 minutes down', 43.3, '99.89%', 'missed', 2_598],
    ['36 hours down', 36 * 60, '95%', 'missed', 129_600],
  ])('%s', async (_, minutes, percent, status, used) => {
    const portal = await openRecordedPortal(engine);
    await portal.recordDowntime(minutes);
    const metric = metricOn(await portal.scorecard(), 'uptime');
    expect(metric.statement).toBe(
      `Uptime, 30 days: ${percent}, ${
        status === 'met' ? 'on' : 'below'
      } target (at least 99.9%).`,
    );
    expect(metric).toMatchObject({
      status,
      coverage: 1,
      facts: { 'error-budget': 2_592, 'error-budget-used': used },
    });
  });

  it.each([
    [30, 36],
    [365, 438],
  ])('%d days with %d hours down are 95%', (days, hours) => {
    const missing = hours * HOUR_MS;
    const { strict } = measureAvailability(evidenceOf(days, { missing }));
    expect(strict).toBe(0.95);
  });
});

const component: Component = {
  id: 1,
  name: 'portal',
  source: 'push',
  counts: true,
  silence: 10 * MINUTE_MS,
};

/** A month of checks every five minutes, of which every hundredth may fail. */
function checkedMonth(failures: number): ComponentState[] {
  const states = new Map<number, StoredState>();
  let known = component;
  let current: StoredState | undefined;
  for (let check = 0; check < 8_640; check++) {
    const isFailure = check % 100 === 50 && check < failures * 100;
    const next = applyCheck(known, current, {
      at: now - MONTH + check * 5 * MINUTE_MS,
      state: isFailure ? 'down' : 'up',
      confirmed: true,
    });
    next.changed.forEach(state => states.set(state.from, state));
    known = next.component;
    current = next.current;
  }
  const { silence } = component;
  const common = { componentId: 1, component: 'portal', silence };
  return [...states.values()].map(state => ({ ...state, ...common }));
}

describe('uptime 99.9%: of 8,640 checks every five minutes', () => {
  it.each([
    [8, 'met', 3.2],
    [9, 'missed', -1.8],
  ])('%d may fail: %s, %d minutes left', (failures, status, left) => {
    const componentStates = checkedMonth(failures);
    const evidence = evidenceOf(30, { componentStates });
    const times = measureAvailability(evidence);
    const { window } = evidence;
    expect(times.incidents).toHaveLength(failures);
    expect(judgeTimes(times, window, JUDGING)).toMatchObject({
      status,
      budget: { left: left * MINUTE_MS },
    });
  });
});

describe('uptime 99.9%: time that nobody observed', () => {
  it('is not uptime, even where it is not downtime', () => {
    const missing = 36 * HOUR_MS;
    const unknown = evidenceOf(30, { missing, gaps: 'unknown' });
    const times = measureAvailability(unknown);
    const { window } = unknown;
    expect(times).toMatchObject({ strict: 0.95, coverage: 0.95, down: 0 });
    expect(judgeTimes(times, window, JUDGING).status).toBe('missed');
  });

  it('is excluded before the first heartbeat', () => {
    const young = evidenceOf(10);
    const window = { from: now - MONTH, to: now };
    expect(measureAvailability({ ...young, window })).toMatchObject({
      beforeInstallation: 20 * DAY_MS,
      accountable: 10 * DAY_MS,
      strict: 1,
    });
  });
});
