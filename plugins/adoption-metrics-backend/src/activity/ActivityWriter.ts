import { Knex } from 'knex';
import { addRows, insertMissing } from '../database';
import { AttributedEvent, EventWriter } from './EventWriter';
import { collapseInteractions } from './collapse';

/** Counts who was active where, and how often. */
export class ActivityWriter implements EventWriter {
  async write(tx: Knex, events: AttributedEvent[]): Promise<void> {
    const rows = collapseInteractions(events);
    await insertMissing(
      tx,
      { table: 'person_days', key: ['day', 'person_id'] },
      rows.personDays,
    );
    await insertMissing(
      tx,
      {
        table: 'person_plugin_days',
        key: ['day', 'plugin_id', 'person_id'],
      },
      rows.personPluginDays,
    );
    await addRows(
      tx,
      {
        table: 'action_counts',
        key: ['day', 'plugin_id', 'action'],
        add: ['n'],
      },
      rows.actionCounts,
    );
  }
}
