/** Filters of a list of entities: stale ones, exempt ones, or both. @public */
export const staleEntityStates = ['stale', 'exempt', 'any'] as const;

/**
 * Sort orders of a list of entities: longest stale first, or by entity ref.
 *
 * @public
 */
export const staleEntityOrders = ['since', 'entity'] as const;
