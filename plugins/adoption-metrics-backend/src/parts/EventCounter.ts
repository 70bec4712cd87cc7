import { CollectedEvent } from 'backstage-plugin-adoption-metrics-common';
import { Upsert } from '../database';
import { Day } from '../time';

/** An event with its person and day. */
export interface AttributedEvent {
  event: CollectedEvent;
  personId: number;
  /** When it happened, in ms UTC. */
  at: number;
  day: Day;
  /** How often it happened, if several events were combined. Defaults to 1. */
  times?: number;
}

/**
 * Counts one kind of event. The rows of all counters are stored in the same
 * transaction as the batch, so that each batch counts completely or not at all.
 */
export interface EventCounter {
  /** Turns events into rows of counters. */
  count(events: AttributedEvent[]): Upsert[];
}
