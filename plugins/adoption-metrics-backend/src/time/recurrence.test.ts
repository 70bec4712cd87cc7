import { formatInstant } from './instant';
import { latestDue, nextDue, Recurrence } from './recurrence';
import { ReportingZone } from './ReportingZone';

const monday: Recurrence = { every: 'week', weekday: 1, hour: 9 };
const monthly: Recurrence = { every: 'month', hour: 9 };

function dueIn(zone: string, now: string, at = monday): string {
  const instant = Date.parse(now);
  return formatInstant(latestDue(instant, ReportingZone.create(zone), at));
}

describe('latestDue', () => {
  it.each([
    ['2026-11-23T08:59:59Z', '2026-11-16T09:00:00.000Z'],
    ['2026-11-23T09:00:00Z', '2026-11-23T09:00:00.000Z'],
    ['2026-11-29T23:59:59Z', '2026-11-23T09:00:00.000Z'],
  ])('is at %s that of %s', (now, due) => {
    expect(dueIn('UTC', now)).toBe(due);
  });

  it('follows the clocks of the zone, across daylight saving', () => {
    const zone = 'Europe/Berlin';
    expect(dueIn(zone, '2026-03-24T12:00:00Z')).toBe(
      '2026-03-23T08:00:00.000Z',
    );
    expect(dueIn(zone, '2026-03-31T12:00:00Z')).toBe(
      '2026-03-30T07:00:00.000Z',
    );
    const kolkata = 'Asia/Kolkata';
    expect(dueIn(kolkata, '2026-11-23T12:00:00Z')).toBe(
      '2026-11-23T03:30:00.000Z',
    );
  });

  it('takes the next moment where the hour does not exist', () => {
    const sunday: Recurrence = { every: 'week', weekday: 7, hour: 2 };
    expect(dueIn('Europe/Berlin', '2026-03-29T12:00:00Z', sunday)).toBe(
      '2026-03-29T01:00:00.000Z',
    );
  });

  it('takes the first of two', () => {
    const sunday: Recurrence = { every: 'week', weekday: 7, hour: 2 };
    expect(dueIn('Europe/Berlin', '2026-10-25T12:00:00Z', sunday)).toBe(
      '2026-10-25T00:00:00.000Z',
    );
  });

  it.each([
    ['2026-11-01T08:59:59Z', '2026-10-01T09:00:00.000Z'],
    ['2026-11-01T09:00:00Z', '2026-11-01T09:00:00.000Z'],
    ['2026-01-01T00:00:00Z', '2025-12-01T09:00:00.000Z'],
    ['2028-02-29T23:00:00Z', '2028-02-01T09:00:00.000Z'],
  ])('is at %s that of the month, %s', (now, due) => {
    expect(dueIn('UTC', now, monthly)).toBe(due);
  });
});

describe('nextDue', () => {
  it.each([
    [monday, '2026-11-23T08:59:59Z', '2026-11-23T09:00:00.000Z'],
    [monday, '2026-11-23T09:00:00Z', '2026-11-30T09:00:00.000Z'],
    [monthly, '2026-12-01T09:00:00Z', '2027-01-01T09:00:00.000Z'],
    [monthly, '2026-12-01T08:00:00Z', '2026-12-01T09:00:00.000Z'],
  ])('of %j is at %s %s', (recurrence, now, due) => {
    const instant = nextDue(
      Date.parse(now),
      ReportingZone.create('UTC'),
      recurrence,
    );
    expect(formatInstant(instant)).toBe(due);
  });
});
