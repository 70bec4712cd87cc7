import { z } from 'zod';

/** U+0000 and halves of surrogate pairs, which databases and receivers refuse. */
const UNSTORABLE = /[\0\p{Surrogate}]/u;

/** What a text holds that is no character to store, such as `U+0000`. */
export function unstorableIn(text: string): string | undefined {
  const [found] = UNSTORABLE.exec(text) ?? [];
  return (
    found &&
    `U+${found.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`
  );
}

/** A text of a request that is refused unless it can be stored as it is. */
export function plain(schema: z.ZodString): z.ZodString {
  return schema.refine(text => unstorableIn(text) === undefined);
}
