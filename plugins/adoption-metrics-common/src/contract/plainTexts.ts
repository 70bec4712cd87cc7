import { z } from 'zod';

/** U+0000 and unpaired surrogates, which databases and receivers reject. */
const UNSTORABLE = /[\0\p{Surrogate}]/u;

/** The first character that cannot be stored, such as `U+0000`. */
export function unstorableIn(text: string): string | undefined {
  const [found] = UNSTORABLE.exec(text) ?? [];
  return (
    found &&
    `U+${found.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`
  );
}

/** A text of a request that is rejected if it contains such a character. */
export function plain(schema: z.ZodString): z.ZodString {
  return schema.refine(text => unstorableIn(text) === undefined);
}
