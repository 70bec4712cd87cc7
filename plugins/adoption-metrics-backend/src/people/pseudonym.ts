import { createHmac } from 'node:crypto';

const BYTES = 16;

/** Turns an entity ref into a pseudonym. */
export type Pseudonymizer = (entityRef: string) => string;

/**
 * HMAC-SHA-256 of the entity ref in lower case, truncated to 16 bytes, in hex.
 * Without the secret, nobody can check which person a pseudonym belongs to.
 */
export function createPseudonymizer(secret: string): Pseudonymizer {
  return entityRef =>
    createHmac('sha256', secret)
      .update(entityRef.toLocaleLowerCase('en-US'))
      .digest()
      .subarray(0, BYTES)
      .toString('hex');
}
