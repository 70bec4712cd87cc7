import { DatabaseName } from '../figure';

/** A value that both drivers bind. */
export type Value = string | number | null;

/** One connection through the driver itself. */
export interface Connection {
  run(sql: string, values?: Value[]): Promise<void>;
  /** Prepares a statement that is run again and again. */
  prepare(sql: string): (values: Value[]) => Promise<void>;
  /** The number in the only row and column of a query. */
  number(sql: string): Promise<number>;
  /** The texts in the only column of a query. */
  texts(sql: string): Promise<string[]>;
  close(): Promise<void>;
}

/** An engine whose acknowledged writes survive a loss of power. */
export interface TestDatabase {
  readonly name: DatabaseName;
  /** Starts with nothing stored; the `backend.database` of a configuration. */
  reset(): Promise<object>;
  /** The database of a plugin since the last `reset`. */
  connect(pluginId: string): Promise<Connection>;
  /** How the `index`th parameter of a statement is written, from 1. */
  parameter(index: number): string;
}
