import { InputError } from '@backstage/errors';
import { refusalOf } from 'backstage-plugin-adoption-metrics-common/contract';

/**
 * Refuses what only the handler can judge, in the words of all refusals:
 * `'reason' is 'bogus'; expected orphan, owner-missing`.
 *
 * @param name - of the parameter, or of the field of a body
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
