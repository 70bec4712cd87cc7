import { z } from 'zod';

/** Who signed what they did; not every row names somebody. */
export const maybeSigner = z
  .string()
  .nullable()
  .describe(
    'Entity ref of a person; null once that person is forgotten, and if hidden from the caller',
  );
