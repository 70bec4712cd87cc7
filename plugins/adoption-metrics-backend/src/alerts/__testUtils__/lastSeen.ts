import { LastStates } from '../Alert';

/** What rules saw last, as pairs of the key of a subject and its state. */
export function lastSeen(states: Iterable<[string, string]>): LastStates {
  return new Map(
    [...states].map(([key, state]) => [key, { state, sequence: 1 }]),
  );
}
