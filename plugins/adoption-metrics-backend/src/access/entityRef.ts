import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';

/**
 * A configured entity ref in full and in lower case; a user unless it names
 * another kind.
 *
 * @param example - a ref that would do, for the error
 * @throws InputError naming the key that is wrong.
 */
export function normalizeConfiguredRef(
  ref: string,
  { key, example }: { key: string; example: string },
): string {
  try {
    return stringifyEntityRef(
      parseEntityRef(ref, { defaultKind: 'user', defaultNamespace: 'default' }),
    );
  } catch {
    throw new InputError(
      `${key} holds '${ref}', use entity refs such as ${example}`,
    );
  }
}
