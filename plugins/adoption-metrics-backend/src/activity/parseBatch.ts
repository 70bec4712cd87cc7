import { InputError } from '@backstage/errors';
import {
  CollectedEvent,
  MAX_EVENT_AGE_MS,
  RejectedEvent,
} from 'backstage-plugin-adoption-metrics-common';
import {
  CollectedEventSchema,
  EventBatchSchema,
} from 'backstage-plugin-adoption-metrics-common/contract';
import { z } from 'zod';

/** An event whose instant has been checked against the clock. */
export interface TimedEvent {
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

// The events themselves are judged one by one, so that one bad event does not
// cost its neighbours.
const EnvelopeSchema = EventBatchSchema.extend({
  events: z.array(z.unknown()).min(1).max(500),
});

const EventsSchema = z.array(CollectedEventSchema);

/**
 * Reads the body of `POST /events`.
 *
 * @throws InputError if the batch as a whole cannot be read, naming the field.
 */
export function parseBatch(body: unknown, now: number): ParsedBatch {
  const envelope = EnvelopeSchema.safeParse(body);
  if (!envelope.success) {
    throw new InputError(describeIssue(envelope.error, body));
  }
  const { batchId, events } = envelope.data;
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

function describeIssue(error: z.ZodError, body: unknown): string {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    return "the body must be a JSON object with 'batchId' and 'events'";
  }
  const issue = error.issues[0];
  return `field '${fieldOf(issue)}': ${
    issue.message
  }; accepted are a UUID as 'batchId' and 1 to 500 'events'`;
}

function fieldOf(issue: z.core.$ZodIssue): string {
  return issue.path.join('.') || 'type';
}
