import { InputError } from '@backstage/errors';
import { refusalOf } from 'backstage-plugin-adoption-metrics-common/contract';

/**
 * An error in the format of the contract's own, for input that only the handler
 * can judge: `'reason' is 'bogus'; expected orphan, owner-missing`.
 *
 * @param name - of the parameter or body field
 * @param accepted - in words; a singular begins with an article
 */
export function notAccepted(
  name: string,
  given: unknown,
  accepted: string,
  part: 'query' | 'body' = 'query',
): InputError {
  const quoted = part === 'body' ? `field '${name}'` : `'${name}'`;
  return new InputError(refusalOf(quoted, given, accepted));
}
