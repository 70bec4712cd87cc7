import { Clock } from 'backstage-plugin-adoption-metrics-node';
import { BatchOutcome } from 'backstage-plugin-adoption-metrics-common';
import { Knex } from 'knex';
import { CardinalityLimit, isSqlite } from '../database';
import { EventCounter } from '../parts';
import { PeopleStore, Pseudonymizer } from '../people';
import { ReportingZone } from '../time';
import { BatchCommitter } from './BatchCommitter';
import { SubmittedBatch } from './SubmittedBatch';
import { BatchQueue } from './BatchQueue';
import { EventIngest } from './EventIngest';
import { NameLimiter } from './NameLimiter';
import { createEventRoutes } from './routes';

/** The next group is under way while one waits for its answer. */
const GROUPS_AT_ONCE = 2;

/** Most names that each of these can have on a day. */
const NAMES_A_DAY = { route: 200, plugin: 200, action: 100 };

/**
 * Takes what browsers report and stores it exactly once.
 *
 * @param counters - what each folder adds up from it
 */
export function createIngest(handles: {
  knex: Knex;
  zone: ReportingZone;
  clock: Clock;
  people: PeopleStore;
  pseudonymize: Pseudonymizer;
  counters: EventCounter[];
}) {
  const { knex, zone, clock, people, counters } = handles;
  const { pseudonymize } = handles;
  const names = createNameLimiter(knex, zone);
  const committer = new BatchCommitter({ knex, zone, people, counters, names });
  // SQLite has one connection, and nothing to do at the same time.
  const queue = new BatchQueue(committer, isSqlite(knex) ? 1 : GROUPS_AT_ONCE);
  const events = new EventIngest({ clock, pseudonymize, queue });
  return {
    committer,
    events,
    /** Takes events at other times than now. */
    createEventIngest: (
      at: Clock,
      submit: (batch: SubmittedBatch) => Promise<BatchOutcome>,
    ) => new EventIngest({ clock: at, pseudonymize, queue: { submit } }),
    part: {
      routes: createEventRoutes(events),
      shutdown: () => queue.flush(),
    },
  };
}

function createNameLimiter(knex: Knex, zone: ReportingZone): NameLimiter {
  const limitOf = (dimension: keyof typeof NAMES_A_DAY) =>
    new CardinalityLimit({ knex, dimension, limit: NAMES_A_DAY[dimension] });
  return new NameLimiter({
    zone,
    limits: {
      route: limitOf('route'),
      plugin: limitOf('plugin'),
      action: limitOf('action'),
    },
  });
}
