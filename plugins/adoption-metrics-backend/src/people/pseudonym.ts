import { createHmac } from 'node:crypto';

const BYTES = 16;

/** Turns an entity ref into the pseudonym under which it is stored. */
export type Pseudonymizer = (entityRef: string) => string;

/**
 * HMAC-SHA-256 of the lower-cased entity ref, truncated to 16 bytes, in hex.
 * Without the secret nobody can test whether a pseudonym is a certain person.
 */
export function createPseudonymizer(secret: string): Pseudonymizer {
  return entityRef =>
    createHmac('sha256', secret)
      .update(entityRef.toLocaleLowerCase('en-US'))
      .digest()
      .subarray(0, BYTES)
      .toString('hex');
}
