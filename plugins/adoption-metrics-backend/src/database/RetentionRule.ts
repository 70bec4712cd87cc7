import { Knex } from 'knex';
import { RetentionPeriods } from './retentionConfig';

/** Rows of a table that expire with their day. */
export interface ExpiringRows {
  table: string;
  /** Columns of the unique key. */
  key: string[];
  /**
   * Adds the condition that selects expired rows.
   *
   * @param before - the first day to keep, or its start in ms UTC
   */
  expired(rows: Knex.QueryBuilder, before: number): void;
  unit: 'day' | 'ms';
  /** Column that determines in which order others lock these rows. */
  lockOrder?: string;
}

/**
 * Rows of a table that are merged by day when they expire, instead of deleted.
 */
export interface MergingRows {
  table: string;
  /** Columns of the unique key, including the day. */
  key: string[];
  /** The column that gets the same value in all merged rows. */
  column: string;
  value: string;
  /** Numeric columns to sum up. */
  add: string[];
}

/** How long data is kept, and what happens to it afterwards. */
export interface RetentionRule {
  /** Names the rule where its progress is stored. */
  name: string;
  /** Number of days, or the configured period. */
  keepDays: number | keyof RetentionPeriods;
  /** Lower limit; below it, metrics would be wrong or events counted twice. */
  leastDays: number;
  /**
   * Length of the window from which samples of a closed day are measured. Data
   * is kept while a day that needs it has not been measured.
   */
  windowDays?: number;
  deletes?: ExpiringRows[];
  merges?: MergingRows[];
}

/** Selects rows of days before the first day to keep. */
export function olderThan(column: string): ExpiringRows['expired'] {
  return (rows, before) => {
    rows.where(column, '<', before);
  };
}
