import { TestDatabase } from './databases/TestDatabase';

/** How large a measurement is; durations in seconds. */
export interface Scale {
  people: number;
  warmUp: number;
  /** More than any system takes in a second while it warms up. */
  warmUpBatches: number;
  run: number;
  /** How long to wait for a system that stores nothing more. */
  patience: number;
  /** How long to watch a system that is slow by design. */
  slowRun: number;
}

export const FULL: Scale = {
  people: 1_000,
  warmUp: 5,
  warmUpBatches: 2_000,
  run: 20,
  patience: 10,
  slowRun: 30,
};

export const TRIAL: Scale = {
  ...FULL,
  people: 500,
  warmUp: 2,
  run: 3,
  slowRun: 6,
};

/** A database to measure with, and how. */
export interface Course {
  database: TestDatabase;
  scale: Scale;
  note(text: string): void;
}
