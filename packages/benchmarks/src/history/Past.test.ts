import { batchesOfDay, countEvents, CYCLE_DAYS, Past } from './Past';

const past: Past = { people: 50, teams: 2, days: 20, events: 10_000 };
const DAY_MS = 86_400_000;

function batchesOf(index: number, now = Infinity) {
  return batchesOfDay(past, { index, startsAt: index * DAY_MS, now });
}

function eventsOf(index: number) {
  return batchesOf(index).flatMap(({ events }) => events);
}

describe('batchesOfDay', () => {
  it('makes as many events as are counted', () => {
    const days = Array.from({ length: past.days }, (_, index) => index);
    const events = days.flatMap(eventsOf);
    expect(events).toHaveLength(countEvents(past));
    expect(events).toHaveLength(10_000);
  });

  it('repeats itself after a cycle, at the same times of day', () => {
    const later = eventsOf(3 + CYCLE_DAYS).map(event => ({
      ...event,
      at: new Date(Date.parse(event.at) - CYCLE_DAYS * DAY_MS).toISOString(),
    }));
    expect(later).toEqual(eventsOf(3));
    expect(eventsOf(4)).not.toEqual(eventsOf(3));
  });

  it('stays within the day and never comes after now', () => {
    const now = 5 * DAY_MS + 11 * 3_600_000;
    const instants = batchesOf(5, now)
      .flatMap(({ events }) => events)
      .map(({ at }) => Date.parse(at));
    expect(Math.min(...instants)).toBeGreaterThanOrEqual(5 * DAY_MS);
    expect(Math.max(...instants)).toBeLessThan(now);
  });
});
