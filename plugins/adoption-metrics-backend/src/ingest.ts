import { BatchQueue, EventIngest } from './activity';
import { CollectionOptions, createCommitter } from './collection';
import { Services } from './services';

/** Starts taking what browsers report. */
export function startIngest(
  { clock, lifecycle }: Services,
  collection: CollectionOptions,
): EventIngest {
  const committer = createCommitter(collection);
  const queue = new BatchQueue(batches => committer.commit(batches));
  lifecycle.addShutdownHook(() => queue.flush());
  return new EventIngest({
    clock,
    pseudonymize: collection.pseudonymize,
    submit: batch => queue.submit(batch),
  });
}
