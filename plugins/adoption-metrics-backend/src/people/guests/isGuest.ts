const GUESTS = new Set(['user:default/guest', 'user:development/guest']);

/** Whether this is Backstage's shared identity for users who do not sign in. */
export function isGuest(entityRef: string): boolean {
  return GUESTS.has(entityRef.toLocaleLowerCase('en-US'));
}
