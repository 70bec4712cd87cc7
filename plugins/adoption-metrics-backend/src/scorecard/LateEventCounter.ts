import { Clock } from 'backstage-plugin-adoption-metrics-node';
import { AttributedEvent, EventCounter } from '../parts';
import { Upsert } from '../database';
import { ReportingZone } from '../time';
import { lateDays } from '../samples';

// A transaction that starts before midnight may commit after the day is closed.
const BEFORE_MIDNIGHT_MS = 60_000;

/**
 * Marks days as late when events for them arrive, so that they are rolled up
 * again.
 */
export class LateEventCounter implements EventCounter {
  constructor(
    private readonly options: {
      clock: Clock;
      zone: ReportingZone;
    },
  ) {}

  count(events: AttributedEvent[]): Upsert[] {
    const { clock, zone } = this.options;
    const today = zone.dayOf(clock.now() + BEFORE_MIDNIGHT_MS);
    const late = new Set(events.map(({ day }) => day).filter(d => d < today));
    return [lateDays([...late])];
  }
}
