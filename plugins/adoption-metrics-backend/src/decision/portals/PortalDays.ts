import { PortalFault } from 'backstage-plugin-adoption-metrics-common';
import { Day } from '../../time';

/** What a batch reports of one day. */
export interface ReportedDay {
  day: Day;
  /** Names of people, as they were sent, with where they stand. */
  people: Array<{ at: string; name: string }>;
  feedback?: { score: number; answers: number };
}

/** A fault of a batch. No message repeats a name: what is stored names nobody. */
export interface BatchFault {
  at: string;
  code: PortalFault;
  message: string;
}

/** A batch as it was read: what it reports, and what is wrong with it. */
export interface ReadBatch {
  days: ReportedDay[];
  /** The first of them. */
  faults: BatchFault[];
  /** How many there are. */
  rejected: number;
}
