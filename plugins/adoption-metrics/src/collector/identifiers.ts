const IDENTIFIER = /^[A-Za-z0-9][A-Za-z0-9:/._-]{0,127}$/;
const ACTION = /^[A-Za-z][A-Za-z-]{0,63}$/;

/**
 * Returns valid identifiers only. Plugins may use titles instead, which must
 * never be sent.
 */
export function toIdentifier(value: string | undefined): string | undefined {
  return value !== undefined && IDENTIFIER.test(value) ? value : undefined;
}

/** The action; `other` if it is not a valid identifier. */
export function toAction(value: string): string {
  return ACTION.test(value) ? value : 'other';
}
