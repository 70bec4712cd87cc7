import { Clock } from 'backstage-plugin-adoption-metrics-node';
import { AttributedEvent, EventCounter } from '../parts';
import { Upsert } from '../database';
import { ReportingZone } from '../time';
import { lateDays } from '../samples';

// A transaction that begins before midnight may commit after the day is closed.
const BEFORE_MIDNIGHT_MS = 60_000;

/** Has days rolled up again for which events arrive late, by counting that. */
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
