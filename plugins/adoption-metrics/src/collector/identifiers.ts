const IDENTIFIER = /^[A-Za-z0-9][A-Za-z0-9:/._-]{0,127}$/;
const ACTION = /^[A-Za-z][A-Za-z-]{0,63}$/;

/**
 * The identifier itself where it has the form of one, else `undefined`: what
 * plugins put where an id belongs may be a title, and titles are never sent.
 */
export function toIdentifier(value: string | undefined): string | undefined {
  return value !== undefined && IDENTIFIER.test(value) ? value : undefined;
}

/** The action, or `other` where it does not have the form of one. */
export function toAction(value: string): string {
  return ACTION.test(value) ? value : 'other';
}
