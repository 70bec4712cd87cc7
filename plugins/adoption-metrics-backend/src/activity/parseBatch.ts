import {
  CollectedEvent,
  MAX_EVENT_AGE_MS,
  RejectedEvent,
} from 'backstage-plugin-adoption-metrics-common';
import {
  CollectedEventSchema,
  EventEnvelopeSchema,
} from 'backstage-plugin-adoption-metrics-common/contract';
import { z } from 'zod';

/** A batch as the contract has read it: its events are still to be judged. */
export type EventEnvelope = z.infer<typeof EventEnvelopeSchema>;

/** An event whose instant has been checked against the clock. */
interface TimedEvent {
  event: CollectedEvent;
  /** When it happened, in ms UTC; never in the future. */
  at: number;
}

/** A batch taken apart: what can be counted, and what cannot and why. */
export interface ParsedBatch {
  batchId: string;
  events: TimedEvent[];
  rejected: RejectedEvent[];
}

const EventsSchema = z.array(CollectedEventSchema);

/**
 * Judges the events of a batch one by one, so that a bad event does not cost its
 * neighbors.
 *
 * @param now - in ms UTC
 */
export function parseBatch(
  { batchId, events }: EventEnvelope,
  now: number,
): ParsedBatch {
  const parsed: ParsedBatch = { batchId, events: [], rejected: [] };
  readEvents(events, now).forEach((result, index) => {
    if ('event' in result) {
      parsed.events.push(result);
    } else {
      parsed.rejected.push({ index, ...result });
    }
  });
  return parsed;
}

type Fault = Omit<RejectedEvent, 'index'>;

// Nearly always there is nothing to reject, and reading all at once is faster.
function readEvents(values: unknown[], now: number): Array<TimedEvent | Fault> {
  const all = EventsSchema.safeParse(values);
  return all.success
    ? all.data.map(event => timeEvent(event, now))
    : values.map(value => readEvent(value, now));
}

function readEvent(value: unknown, now: number): TimedEvent | Fault {
  const result = CollectedEventSchema.safeParse(value);
  if (!result.success) {
    const issue = result.error.issues[0];
    return { field: fieldOf(issue), message: issue.message };
  }
  return timeEvent(result.data, now);
}

function timeEvent(event: CollectedEvent, now: number): TimedEvent | Fault {
  const at = Date.parse(event.at);
  if (at < now - MAX_EVENT_AGE_MS) {
    const message =
      'happened more than 72 hours ago; only younger events count';
    return { field: 'at', message };
  }
  return { event, at: Math.min(at, now) };
}

function fieldOf(issue: z.core.$ZodIssue): string {
  return issue.path.join('.') || 'type';
}
