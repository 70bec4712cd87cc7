import { BatchQueue, EventIngest } from './activity';
import { CollectionOptions, createCommitter } from './collection';
import { isSqlite } from './database';
import { Services } from './services';

/** The next group is under way while one waits for its answer. */
const GROUPS_AT_ONCE = 2;

/** Starts taking what browsers report. */
export function startIngest(
  { clock, lifecycle }: Services,
  collection: CollectionOptions,
): EventIngest {
  const committer = createCommitter(collection);
  const queue = new BatchQueue(
    batches => committer.commit(batches),
    // SQLite has one connection, and nothing to do at the same time.
    isSqlite(collection.knex) ? 1 : GROUPS_AT_ONCE,
  );
  lifecycle.addShutdownHook(() => queue.flush());
  return new EventIngest({
    clock,
    pseudonymize: collection.pseudonymize,
    submit: batch => queue.submit(batch),
  });
}
