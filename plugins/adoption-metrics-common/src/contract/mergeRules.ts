interface Merge {
  from: string;
  into: string;
}

/**
 * A merge that is not possible, and why. Continues a sentence after its name.
 */
export interface MergeFault {
  index: number;
  fault: string;
}

/**
 * Finds the first merge that depends on another one. Merges must be
 * independent, so that their order does not matter. Refs are not
 * case-sensitive.
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
