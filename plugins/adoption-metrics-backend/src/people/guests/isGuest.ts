const GUESTS = new Set(['user:default/guest', 'user:development/guest']);

/**
 * Whether this is the identity that Backstage gives to everybody who does not
 * sign in: it is nobody in particular, so nothing is kept of it.
 */
export function isGuest(entityRef: string): boolean {
  return GUESTS.has(entityRef.toLocaleLowerCase('en-US'));
}
