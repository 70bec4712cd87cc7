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

/** Positions are padded to a multiple of this size. */
const BLOCK_BYTES = 256;

/** The request for a page. */
export interface AskedPage {
  query: Record<string, unknown> & { cursor?: string };
  /** The caller, see `RouteContext`. */
  signature: string;
}

/** Reads and writes cursors of one route. */
export interface Cursors<Position> {
  /** Encrypts a position, so that only this backend can read it. */
  write(position: Position, asked: AskedPage): string;
  /**
   * Decrypts the requested position; undefined for the first page.
   *
   * @throws InputError unless it was written for this route, caller, and
   * filters
   */
  read(asked: AskedPage): Position | undefined;
}

/** Creates the cursors of a route. */
export type CursorFactory = <Position extends JsonValue>(
  key: RouteKey,
  schema: z.ZodType<Position>,
) => Cursors<Position>;

/**
 * Cursors are encrypted, because positions refer to rows that the caller may
 * not see, and padded, because their length could reveal them. They are only
 * valid for one list of one caller.
 *
 * @param secret - the pseudonymization key, which all replicas share
 */
export function createCursors(secret: string): CursorFactory {
  const key = Buffer.from(
    hkdfSync('sha256', secret, '', 'adoption-metrics cursors', 32),
  );
  return (route, schema) => ({
    write: (position, asked) =>
      seal(key, listOf(route, asked), JSON.stringify(position)),
    read: asked => {
      const { cursor } = asked.query;
      try {
        return cursor === undefined
          ? undefined
          : schema.parse(JSON.parse(open(key, listOf(route, asked), cursor)));
      } catch {
        throw new InputError(
          refusalOf(
            "'cursor'",
            cursor,
            "the 'nextCursor' of the previous page",
          ),
        );
      }
    },
  });
}

/** Identifies the list that a cursor belongs to. The page size may change. */
function listOf(route: RouteKey, { query, signature }: AskedPage): string {
  const filters = Object.entries(query)
    .filter(([name]) => name !== 'cursor' && name !== 'limit')
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([route, signature, filters]);
}

function seal(key: Buffer, list: string, text: string): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, key, nonce);
  cipher.setAAD(Buffer.from(list));
  const sealed = [cipher.update(padded(text), 'utf8'), cipher.final()];
  return Buffer.concat([nonce, ...sealed, cipher.getAuthTag()]).toString(
    'base64url',
  );
}

// Trailing spaces are valid in JSON.
function padded(text: string): string {
  const over = Buffer.byteLength(text) % BLOCK_BYTES;
  return text + ' '.repeat(over === 0 ? 0 : BLOCK_BYTES - over);
}

/**
 * @throws Error unless it was written for this list
 */
function open(key: Buffer, list: string, cursor: string): string {
  const bytes = Buffer.from(cursor, 'base64url');
  const nonce = bytes.subarray(0, NONCE_BYTES);
  const decipher = createDecipheriv(CIPHER, key, nonce, {
    authTagLength: TAG_BYTES,
  });
  decipher.setAAD(Buffer.from(list));
  decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
  const sealed = bytes.subarray(NONCE_BYTES, -TAG_BYTES);
  return decipher.update(sealed, undefined, 'utf8') + decipher.final('utf8');
}
