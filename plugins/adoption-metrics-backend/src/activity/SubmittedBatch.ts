import { ParsedBatch } from './parseBatch';

/** A batch and the pseudonym of the person who sent it. */
export interface SubmittedBatch extends ParsedBatch {
  pseudonym: string;
  /** In ms UTC. */
  receivedAt: number;
}
