import { PersonUse } from './budgets';
import { ParsedBatch } from './parseBatch';

/** A batch with the pseudonym of its sender. */
export interface SubmittedBatch extends ParsedBatch {
  pseudonym: string;
  /** The format of the sender's name, see `NameShapes`. */
  shape?: string;
  /** The sender's use of daily limits, if there are any. */
  use?: PersonUse;
  /** In ms UTC. */
  receivedAt: number;
}
