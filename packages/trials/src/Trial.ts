import { Goal } from 'benchmarks/src/figure';

/** A row of the table of a trial: something that was done, or lost. */
export interface Finding {
  /** What was counted or measured. */
  what: string;
  value: number;
  /** Such as `ms`; absent for what is counted. */
  unit?: string;
  /** What the value has to be; absent where it only informs. */
  goal?: Goal;
  /** Names what broke the goal, to find it. */
  detail?: string;
}

/** What a trial is given. */
export interface TrialOptions {
  /** Through pgbouncer in transaction mode. */
  pgbouncer: boolean;
  /** With little: two replicas, a proxy of our own, half a minute. */
  short: boolean;
  /** How long a trial without an end of its own lasts. */
  minutes: number;
  /** Only this of the ways in which a trial is run; all of them unless given. */
  only?: string;
  /** Tells the reader what goes on. */
  note(text: string): void;
}

/** Something bad that is done to a portal on purpose. */
export interface Trial {
  /** What is done, in one or two sentences. */
  does: string;
  run(options: TrialOptions): Promise<Finding[]>;
}
