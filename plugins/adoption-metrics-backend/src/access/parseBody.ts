import { InputError } from '@backstage/errors';
import { z } from 'zod';

/**
 * Reads the body of a request.
 *
 * @param accepted - what would do, in words
 * @throws InputError naming the field that is wrong, and what is accepted.
 */
export function parseBody<T>(
  schema: z.ZodType<T>,
  body: unknown,
  accepted: string,
): T {
  const result = schema.safeParse(body);
  if (result.success) {
    return result.data;
  }
  const [issue] = result.error.issues;
  const path = issue.path.join('.');
  const where = path === '' ? 'the body' : `field '${path}'`;
  throw new InputError(`${where}: ${issue.message}; accepted are ${accepted}`);
}
