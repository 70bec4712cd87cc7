import { createCounter } from './instruments';

/** What happened to a batch. */
type BatchResult = 'accepted' | 'replayed' | 'rejected' | 'failed';

/** What happened to an event. */
type EventResult = 'accepted' | 'replayed' | 'rejected';

export type ScanResult = 'completed' | 'failed' | 'aborted' | 'superseded';

type DeliveryResult = 'sent' | 'failed' | 'given-up';

const OUTCOME = 'adoption_metrics.outcome';
const REASON = 'adoption_metrics.drop.reason';
const CHANNEL = 'adoption_metrics.channel';
/** Attribute of the semantic conventions. */
const ERROR_TYPE = 'error.type';

/** Counters of this process. Sum them up over all replicas. */
export interface Counters {
  batches(outcome: BatchResult, count: number): void;
  events(outcome: EventResult, count: number): void;
  droppedEvents(reason: string, count: number): void;
  scan(outcome: ScanResult): void;
  /**
   * @param given.error - a failure code, one of few
   */
  deliveries(
    outcome: DeliveryResult,
    given: { channel?: string; error?: string; count?: number },
  ): void;
}

export function createCounters(): Counters {
  const by = (attribute: string, values: string[]) =>
    values.map(value => ({ [attribute]: value }));
  const batches = createCounter(
    {
      name: 'adoption_metrics.ingest.batches',
      description:
        'Event batches received from browsers, by outcome; a replayed batch was counted before',
      unit: '{batch}',
    },
    by(OUTCOME, ['accepted', 'replayed', 'rejected', 'failed']),
  );
  const events = createCounter(
    {
      name: 'adoption_metrics.ingest.events',
      description: 'Events in accepted batches, by outcome',
      unit: '{event}',
    },
    by(OUTCOME, ['accepted', 'replayed', 'rejected']),
  );
  const dropped = createCounter(
    {
      name: 'adoption_metrics.ingest.dropped_events',
      description: 'Events that browsers dropped, by reason',
      unit: '{event}',
    },
    by(REASON, ['storage-full', 'too-old', 'refused']),
  );
  const scans = createCounter(
    {
      name: 'adoption_metrics.catalog.scans',
      description: 'Scans of the catalog for stale entities, by outcome',
      unit: '{scan}',
    },
    by(OUTCOME, ['completed', 'failed']),
  );
  const deliveries = createCounter(
    {
      name: 'adoption_metrics.alert.deliveries',
      description: 'Attempts to deliver alerts and digests, by outcome',
      unit: '{delivery}',
    },
    [],
  );
  return {
    batches: (outcome, count) => batches(count, { [OUTCOME]: outcome }),
    events: (outcome, count) => events(count, { [OUTCOME]: outcome }),
    droppedEvents: (reason, count) => dropped(count, { [REASON]: reason }),
    scan: outcome => scans(1, { [OUTCOME]: outcome }),
    deliveries: (outcome, { channel, error, count = 1 }) =>
      deliveries(count, {
        [OUTCOME]: outcome,
        ...(channel !== undefined && { [CHANNEL]: channel }),
        ...(error !== undefined && { [ERROR_TYPE]: error }),
      }),
  };
}
