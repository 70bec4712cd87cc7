import { useCallback } from 'react';
import { useSearchParams } from 'react-router-dom';

/** What is chosen on a page; undefined is the default. */
type Changes = Record<string, string | undefined>;

/**
 * What is chosen on a page, kept in its address: it can be shared, survives a
 * reload, and Back undoes it.
 */
export function useAddress() {
  const [parameters, setParameters] = useSearchParams();
  const change = useCallback(
    (changes: Changes) =>
      setParameters(
        before => changed(before, changes),
        // The page stays where it is; only what it shows changes.
        { preventScrollReset: true },
      ),
    [setParameters],
  );
  return {
    change,
    /** A parameter, or undefined. */
    read: (name: string) => parameters.get(name) ?? undefined,
    /** A parameter that has to be one of a few; anything else is ignored. */
    readOneOf: <T extends string>(name: string, known: readonly T[]) =>
      known.find(each => each === parameters.get(name)),
  };
}

/** Several at once, because a second change would undo the first. */
function changed(before: URLSearchParams, changes: Changes): URLSearchParams {
  const after = new URLSearchParams(before);
  for (const [name, value] of Object.entries(changes)) {
    if (value === undefined) {
      after.delete(name);
    } else {
      after.set(name, value);
    }
  }
  return after;
}
