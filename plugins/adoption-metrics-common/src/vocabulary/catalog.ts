/** What a list of entities holds: stale ones, exempted ones or both. @public */
export const staleEntityStates = ['stale', 'exempt', 'any'] as const;

/** The longest stale first, or by entity ref. @public */
export const staleEntityOrders = ['since', 'entity'] as const;
