import { LoggerService } from '@backstage/backend-plugin-api';
import { Clock } from 'backstage-plugin-adoption-metrics-node';
import { BatchOutcome } from 'backstage-plugin-adoption-metrics-common';
import { Knex } from 'knex';
import { isSqlite } from '../database';
import { EventCounter } from '../parts';
import {
  GuestVisits,
  PeopleStore,
  Pseudonymizer,
  SecretLinker,
} from '../people';
import { Counters } from '../telemetry';
import { ReportingZone } from '../time';
import { IngestBudgets } from './budgets';
import { IngestConfig } from './config';
import { BatchCommitter, CommittedBatches } from './BatchCommitter';
import { countIngest } from './countIngest';
import { SubmittedBatch } from './SubmittedBatch';
import { BatchQueue } from './BatchQueue';
import { EventIngest } from './EventIngest';
import { createNameLimiter } from './names';
import { createEventRoutes } from './routes';

/** One group is sent while the other one waits for the response. */
const GROUPS_AT_ONCE = 2;

/**
 * Accepts events from browsers, and stores each exactly once.
 *
 * @param handles.counters - of all folders
 * @param handles.telemetry - counts batches and events
 * @param handles.noteFailure - called with the pseudonym of a person whose
 * batch could not be stored
 */
export function createIngest(handles: {
  knex: Knex;
  zone: ReportingZone;
  clock: Clock;
  logger: LoggerService;
  people: PeopleStore;
  pseudonymize: Pseudonymizer;
  linker: Pick<SecretLinker, 'link' | 'isDone'>;
  guests: Pick<GuestVisits, 'note'>;
  counters: EventCounter[];
  config: IngestConfig;
  telemetry?: Counters;
  noteFailure?(pseudonym: string): void;
}) {
  const { knex, zone, clock, logger, people, counters } = handles;
  const { pseudonymize, linker, guests, noteFailure, config } = handles;
  const { telemetry } = handles;
  const names = createNameLimiter({
    knex,
    zone,
    newNames: config.newNames,
    reserved: config.knownNames,
  });
  const committer = new BatchCommitter({ knex, zone, people, counters, names });
  const note = (committed: CommittedBatches) => {
    if (telemetry) {
      countIngest(telemetry, committed);
    }
  };
  const live = {
    commit: (batches: SubmittedBatch[]) => committer.commit(batches, { note }),
  };
  // SQLite has only one connection.
  const queue = new BatchQueue(live, isSqlite(knex) ? 1 : GROUPS_AT_ONCE);
  const events = new EventIngest({
    clock,
    pseudonymize,
    linker,
    guests,
    queue,
    budgets: new IngestBudgets({
      clock,
      zone,
      budget: config,
      logger,
      pseudonymize,
    }),
    noteFailure,
    telemetry,
  });
  return {
    committer,
    events,
    /** Accepts events at the time of another clock, without limits. */
    createEventIngest: (
      at: Clock,
      submit: (batch: SubmittedBatch) => Promise<BatchOutcome>,
    ) =>
      new EventIngest({ clock: at, pseudonymize, linker, queue: { submit } }),
    part: {
      routes: createEventRoutes(events),
      shutdown: () => queue.flush(),
    },
  };
}
