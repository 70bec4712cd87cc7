import {
  CollectedEvent,
  EventFault,
  MAX_EVENT_AGE_MS,
  MAX_FAULTS_PER_BATCH,
} from 'backstage-plugin-adoption-metrics-common';
import {
  acceptedAt,
  CollectedEventSchema,
  EventEnvelopeSchema,
} from 'backstage-plugin-adoption-metrics-common/contract';
import { z } from 'zod';

/** A batch whose events have not been validated yet. */
export type EventEnvelope = z.infer<typeof EventEnvelopeSchema>;

/** A valid event with its time. */
interface TimedEvent {
  event: CollectedEvent;
  /** When it happened, in ms UTC; never in the future. */
  at: number;
  /** How often it happened, in imported history. Defaults to 1. */
  times?: number;
}

/** Valid events of a batch, and faults of the others. */
export interface ParsedBatch {
  batchId: string;
  events: TimedEvent[];
  /** The number of rejected events. */
  rejected: number;
  /** Faults of the first rejected events, which are stored. */
  faults: EventFault[];
}

/** The maximum length of stored messages. */
const MOST_CHARACTERS = 200;

const EventsSchema = z.array(CollectedEventSchema);

/**
 * Validates every event on its own, so that one bad event does not affect the
 * others.
 *
 * @param now - in ms UTC
 */
export function parseBatch(
  { batchId, events }: EventEnvelope,
  now: number,
): ParsedBatch {
  const parsed: ParsedBatch = {
    batchId,
    events: [],
    rejected: 0,
    faults: [],
  };
  readEvents(events, now).forEach((result, index) => {
    if ('event' in result) {
      parsed.events.push(result);
      return;
    }
    parsed.rejected++;
    if (parsed.faults.length < MAX_FAULTS_PER_BATCH) {
      parsed.faults.push({ index, ...shorten(result) });
    }
  });
  return parsed;
}

/** The number of page loads among some events. */
export function countPageLoads(events: ParsedBatch['events']): number {
  return events.reduce(
    (count, { event }) => count + (event.type === 'page-load' ? 1 : 0),
    0,
  );
}

type Fault = Omit<EventFault, 'index'>;

function shorten({ field, message }: Fault): Fault {
  return {
    field: field.slice(0, MOST_CHARACTERS),
    message: message.slice(0, MOST_CHARACTERS),
  };
}

// Events are nearly always valid, and validating all at once is faster.
function readEvents(values: unknown[], now: number): Array<TimedEvent | Fault> {
  const all = EventsSchema.safeParse(values);
  return all.success
    ? all.data.map(event => timeEvent(event, now))
    : values.map(value => readEvent(value, now));
}

function readEvent(value: unknown, now: number): TimedEvent | Fault {
  const result = CollectedEventSchema.safeParse(value);
  if (!result.success) {
    const [{ path }] = result.error.issues;
    return faultAt(path, value);
  }
  return timeEvent(result.data, now);
}

function timeEvent(event: CollectedEvent, now: number): TimedEvent | Fault {
  const at = Date.parse(event.at);
  if (at < now - MAX_EVENT_AGE_MS) {
    const message =
      'is more than 72 hours old; expected events of the last 72 hours';
    return { field: 'at', message };
  }
  return { event, at: Math.min(at, now) };
}

// Faults are stored: they say what is accepted, and nothing of what was sent.
function faultAt(path: PropertyKey[], value: unknown): Fault {
  const type = (value as Partial<CollectedEvent> | null)?.type;
  const schema = CollectedEventSchema.options.find(
    ({ shape }) => shape.type.value === type,
  );
  if (!schema || path.length === 0) {
    const types = CollectedEventSchema.options.map(
      ({ shape }) => shape.type.value,
    );
    return {
      field: 'type',
      message: `is unknown; expected ${types.join(', ')}`,
    };
  }
  const accepted = acceptedAt(schema, path);
  return { field: path.join('.'), message: `is invalid; expected ${accepted}` };
}
