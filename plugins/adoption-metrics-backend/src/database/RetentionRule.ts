import { Knex } from 'knex';
import { RetentionPeriods } from './retentionConfig';

/** Rows of one table that go together with the days they belong to. */
export interface ExpiringRows {
  table: string;
  /** Columns of the unique key. */
  key: string[];
  /**
   * Narrows the table down to what has expired.
   *
   * @param before - the first day that is kept, or its start in ms UTC
   */
  expired(rows: Knex.QueryBuilder, before: number): void;
  unit: 'day' | 'ms';
  /** The column in whose order others lock rows before they refer to them. */
  lockOrder?: string;
}

/** Rows of one table whose days lose a distinction instead of going. */
export interface MergingRows {
  table: string;
  /** Columns of the unique key, the day among them. */
  key: string[];
  /** The column that takes the same value in all rows of a day. */
  column: string;
  value: string;
  /** Numeric columns that are added up. */
  add: string[];
}

/** How long something is kept, and what becomes of it then. */
export interface RetentionRule {
  /** Under which the database remembers how far it has come. */
  name: string;
  /** Days for which it is kept, or the period of the configuration that says. */
  keepDays: number | keyof RetentionPeriods;
  /** Fewer days would make metrics wrong, or count something twice. */
  leastDays: number;
  /**
   * Days up to a closed one that its samples are measured from. Nothing goes
   * from which a day has still to be measured.
   */
  windowDays?: number;
  deletes?: ExpiringRows[];
  merges?: MergingRows[];
}

/** Rows whose day lies before the first that is kept. */
export function olderThan(column: string): ExpiringRows['expired'] {
  return (rows, before) => {
    rows.where(column, '<', before);
  };
}
