import { SystemUnderTest } from '../backend/contract';
import { Connection } from '../databases/TestDatabase';
import { PersonalBatch } from '../load/batches';

/** A plugin that takes events, and how to talk to it. */
export interface System extends SystemUnderTest {
  /** What to call it in a report. */
  title: string;
  /** What it adds to the configuration. */
  settings?: object;
  /** How many requests at a time it stores most events with. */
  connections: number;
  /** Where it takes events, below `/api/PLUGIN_ID`. */
  eventsPath: string;
  /** Where something small is read, below `/api/PLUGIN_ID`; ours only. */
  readPath?: string;
  /** The body of a request that reports the events of a batch. */
  writeBody(batch: PersonalBatch, person: string): string;
  /**
   * A statement after which it computes anew what it would answer again from
   * memory; without one it never does that.
   */
  change?: string;
  /** Events that its tables remember. */
  countStored(connection: Connection): Promise<number>;
}
