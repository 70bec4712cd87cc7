import { Upsert } from '../database';
import { AttributedEvent, EventCounter } from '../parts';
import { collapseInteractions } from './collapse';

/** Counts who was active where, and how often. */
export class ActivityCounter implements EventCounter {
  count(events: AttributedEvent[]): Upsert[] {
    const rows = collapseInteractions(events);
    return [
      {
        table: 'person_days',
        key: ['day', 'person_id'],
        rows: rows.personDays,
      },
      {
        table: 'person_plugin_days',
        key: ['day', 'plugin_id', 'person_id'],
        rows: rows.personPluginDays,
      },
      {
        table: 'action_counts',
        key: ['day', 'plugin_id', 'action'],
        add: ['n'],
        rows: rows.actionCounts,
      },
    ];
  }
}
