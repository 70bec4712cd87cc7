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

/** A batch whose events are not checked yet. */
export type EventEnvelope = z.infer<typeof EventEnvelopeSchema>;

/** An event whose time has been checked against the clock. */
interface TimedEvent {
  event: CollectedEvent;
  /** When it happened, in ms UTC; never in the future. */
  at: number;
}

/** The events of a batch that count, and why the others do not. */
export interface ParsedBatch {
  batchId: string;
  events: TimedEvent[];
  rejected: RejectedEvent[];
}

const EventsSchema = z.array(CollectedEventSchema);

/**
 * Checks each event of a batch on its own: one bad event does not cost the
 * others.
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

// There is hardly ever anything to reject, and reading all at once is faster.
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
      'is more than 72 hours old; accepted are events of the last 72 hours';
    return { field: 'at', message };
  }
  return { event, at: Math.min(at, now) };
}

function fieldOf(issue: z.core.$ZodIssue): string {
  return issue.path.join('.') || 'type';
}
