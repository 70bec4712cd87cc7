import { InputError } from '@backstage/errors';
import { explain } from 'backstage-plugin-adoption-metrics-common/contract';
import { z } from 'zod';

/**
 * Validates a body that the contract leaves to the handler.
 *
 * @throws InputError with the field that is wrong, and what is accepted
 */
export function parseBody<T>(schema: z.ZodType<T>, body: unknown): T {
  const result = schema.safeParse(body);
  if (result.success) {
    return result.data;
  }
  const [issue] = result.error.issues;
  throw new InputError(explain(issue, { part: 'body', schema, given: body }));
}
