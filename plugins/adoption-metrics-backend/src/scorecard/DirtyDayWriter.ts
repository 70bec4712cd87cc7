import { Clock } from 'backstage-plugin-adoption-metrics-node';
import { Knex } from 'knex';
import { AttributedEvent, EventWriter } from '../activity';
import { ReportingZone } from '../time';
import { DayCloseStore } from './DayCloseStore';

// A transaction that begins before midnight may commit after the day is closed.
const BEFORE_MIDNIGHT_MS = 60_000;

/** Has days closed again for which events arrive late. */
export class DirtyDayWriter implements EventWriter {
  constructor(
    private readonly options: {
      clock: Clock;
      zone: ReportingZone;
      closes: DayCloseStore;
    },
  ) {}

  async write(tx: Knex, events: AttributedEvent[]): Promise<void> {
    const { clock, zone, closes } = this.options;
    const today = zone.dayOf(clock.now() + BEFORE_MIDNIGHT_MS);
    const late = new Set(events.map(({ day }) => day).filter(d => d < today));
    await closes.markDirty([...late], tx);
  }
}
