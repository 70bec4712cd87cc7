import { Knex } from 'knex';
import { CollectedEvent } from 'backstage-plugin-adoption-metrics-common';
import { Day } from '../time';

/** An event with the person and the day to which it belongs. */
export interface AttributedEvent {
  event: CollectedEvent;
  personId: number;
  /** When it happened, in ms UTC. */
  at: number;
  day: Day;
}

/**
 * Counts one kind of event. All writers share the transaction that also notes
 * the batch, so that a batch is counted by all of them or by none.
 */
export interface EventWriter {
  write(tx: Knex, events: AttributedEvent[]): Promise<void>;
}
