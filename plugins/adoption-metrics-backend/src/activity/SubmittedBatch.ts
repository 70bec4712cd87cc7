import { PersonUse } from './budgets';
import { ParsedBatch } from './parseBatch';

/** A batch and the pseudonym of the person who sent it. */
export interface SubmittedBatch extends ParsedBatch {
  pseudonym: string;
  /** How the name of the person looks, without the name; see `NameShapes`. */
  shape?: string;
  /** What the person has used of the day's budget; absent where there is none. */
  use?: PersonUse;
  /** In ms UTC. */
  receivedAt: number;
}
