import { Counters } from '../telemetry';
import { CommittedBatches } from './BatchCommitter';
import { SubmittedBatch } from './SubmittedBatch';

/** Counts outcomes of batches and events, for OpenTelemetry. */
export function countIngest(
  counters: Pick<Counters, 'batches' | 'events' | 'droppedEvents'>,
  { fresh, replayed, refused }: CommittedBatches,
): void {
  counters.batches('accepted', fresh.length);
  counters.batches('replayed', replayed.length);
  counters.batches('rejected', refused.length);
  counters.events(
    'accepted',
    sumOf(fresh, ({ events }) => events.length),
  );
  counters.events(
    'rejected',
    sumOf(fresh, ({ rejected }) => rejected),
  );
  counters.events(
    'replayed',
    sumOf(replayed, ({ events }) => events.length),
  );
  for (const { event } of fresh.flatMap(({ events }) => events)) {
    if (event.type === 'dropped-events') {
      counters.droppedEvents(event.reason, event.count);
    }
  }
}

function sumOf(
  batches: SubmittedBatch[],
  count: (batch: SubmittedBatch) => number,
): number {
  return batches.reduce((sum, batch) => sum + count(batch), 0);
}
