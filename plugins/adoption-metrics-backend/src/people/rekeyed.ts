import { areAlike } from './suddenFall';

const FEWEST = 10;

/**
 * Whether the identities of an organisation seem to have been re-keyed on a
 * day: at least ten developers vanished as about as many appeared. Everybody
 * concerned then looks like somebody new until the identities are merged.
 */
export function isRekeyed({
  joined = 0,
  departed = 0,
}: {
  joined?: number;
  departed?: number;
}): boolean {
  return Math.min(joined, departed) >= FEWEST && areAlike(joined, departed);
}
