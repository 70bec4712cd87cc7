interface Merge {
  from: string;
  into: string;
}

/** A merge that cannot be done, and why, in words that go on after its name. */
export interface MergeFault {
  index: number;
  fault: string;
}

/**
 * Looks for the first merge whose outcome depends on another one: the order of
 * merges must not matter, so that each can be done for itself. Refs are
 * compared without regard to case.
 */
export function findMergeFault(
  merges: readonly Merge[],
): MergeFault | undefined {
  const givenUp = new Map<string, number>();
  for (const [index, { from }] of merges.entries()) {
    const other = givenUp.get(lower(from));
    if (other !== undefined) {
      return {
        index,
        fault: `merges the same identity as merges.${other}; an identity can be merged only once`,
      };
    }
    givenUp.set(lower(from), index);
  }
  for (const [index, { from, into }] of merges.entries()) {
    const other = givenUp.get(lower(into));
    if (lower(from) === lower(into)) {
      return { index, fault: 'merges an identity into itself' };
    }
    if (other !== undefined) {
      return {
        index,
        fault: `targets an identity that merges.${other} merges away; name the identity that finally remains`,
      };
    }
  }
  return undefined;
}

function lower(entityRef: string): string {
  return entityRef.toLocaleLowerCase('en-US');
}
