import {
  createCipheriv,
  createDecipheriv,
  hkdfSync,
  randomBytes,
} from 'node:crypto';
import { InputError } from '@backstage/errors';
import { JsonValue } from '@backstage/types';
import {
  refusalOf,
  RouteKey,
} from 'backstage-plugin-adoption-metrics-common/contract';
import { z } from 'zod';

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Positions in the list of one route, as they travel. */
export interface Cursors<Position> {
  /** Writes a position so that only this server can read it. */
  write(position: Position): string;
  /**
   * @throws InputError unless it was written for this route.
   */
  read(cursor: string | undefined): Position | undefined;
}

/** Makes the cursors of a route. */
export type CursorFactory = <Position extends JsonValue>(
  key: RouteKey,
  schema: z.ZodType<Position>,
) => Cursors<Position>;

/**
 * Cursors are sealed, since a position reports rows that a caller may not see;
 * and each is of one route only.
 *
 * @param secret - the one behind pseudonyms, known to all replicas
 */
export function createCursors(secret: string): CursorFactory {
  const key = Buffer.from(
    hkdfSync('sha256', secret, '', 'adoption-metrics cursors', 32),
  );
  return (route, schema) => ({
    write: position => seal(key, route, JSON.stringify(position)),
    read: cursor =>
      cursor === undefined
        ? undefined
        : schema.parse(JSON.parse(open(key, route, cursor))),
  });
}

function seal(key: Buffer, route: string, text: string): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, key, nonce);
  cipher.setAAD(Buffer.from(route));
  const sealed = [cipher.update(text, 'utf8'), cipher.final()];
  return Buffer.concat([nonce, ...sealed, cipher.getAuthTag()]).toString(
    'base64url',
  );
}

function open(key: Buffer, route: string, cursor: string): string {
  const bytes = Buffer.from(cursor, 'base64url');
  try {
    const nonce = bytes.subarray(0, NONCE_BYTES);
    const decipher = createDecipheriv(CIPHER, key, nonce, {
      authTagLength: TAG_BYTES,
    });
    decipher.setAAD(Buffer.from(route));
    decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
    const sealed = bytes.subarray(NONCE_BYTES, -TAG_BYTES);
    return decipher.update(sealed, undefined, 'utf8') + decipher.final('utf8');
  } catch {
    throw new InputError(
      refusalOf("'cursor'", cursor, "the 'nextCursor' of the page before"),
    );
  }
}
