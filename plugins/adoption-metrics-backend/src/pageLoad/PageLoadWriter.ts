import { Knex } from 'knex';
import { AttributedEvent, EventWriter } from '../activity';
import { addRows } from '../database';
import { collapsePageLoads } from './collapse';

/** Counts measured page loads, and those that could not be measured. */
export class PageLoadWriter implements EventWriter {
  /** @param targetMs - below which a load counts as within target */
  constructor(private readonly targetMs: number) {}

  async write(tx: Knex, events: AttributedEvent[]): Promise<void> {
    const rows = collapsePageLoads(events, this.targetMs);
    const load = ['day', 'kind', 'method', 'route_id'];
    await addRows(
      tx,
      {
        table: 'page_load_counts',
        key: [...load, 'target_ms'],
        add: ['loads', 'within_target', 'sum_ms'],
      },
      rows.counts,
    );
    await addRows(
      tx,
      { table: 'page_load_buckets', key: [...load, 'bucket'], add: ['n'] },
      rows.buckets,
    );
    await addRows(
      tx,
      {
        table: 'page_load_discards',
        key: ['day', 'kind', 'reason'],
        add: ['n'],
      },
      rows.discards,
    );
  }
}
