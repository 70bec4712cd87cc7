import { z } from 'zod';

/**
 * The person behind an act. Null is an answer: people can be forgotten or
 * hidden.
 */
export const maybeSigner = z
  .string()
  .nullable()
  .describe(
    'Entity ref of a person; null once that person is forgotten, and if hidden from the caller',
  );
