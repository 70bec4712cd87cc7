import { CollectedEvent } from 'backstage-plugin-adoption-metrics-common';
import { Upsert } from '../database';
import { Day } from '../time';

/** An event with the person and the day to which it belongs. */
export interface AttributedEvent {
  event: CollectedEvent;
  personId: number;
  /** When it happened, in ms UTC. */
  at: number;
  day: Day;
  /** How often, where several are one; once without it. */
  times?: number;
}

/**
 * Counts one kind of event. What all of them count is stored in the transaction
 * that also notes the batch: a batch is counted by all of them or by none.
 */
export interface EventCounter {
  /** The rows to which events add up. */
  count(events: AttributedEvent[]): Upsert[];
}
