import { InputError } from '@backstage/errors';
import { StaleEntityPosition } from '../CatalogScanStore';

/** Writes a position so that it can stand in a URL. */
export function formatCursor({
  since,
  entityRef,
}: StaleEntityPosition): string {
  return Buffer.from(`${since} ${entityRef}`).toString('base64url');
}

/** @throws InputError if it is none. */
export function parseCursor(text: string): StaleEntityPosition {
  const written = Buffer.from(text, 'base64url').toString();
  const [, since, entityRef] = /^(\d{1,15}) (\S+)$/.exec(written) ?? [];
  if (since === undefined) {
    throw new InputError(
      `'cursor' is not one; accepted is the 'nextCursor' of the page before`,
    );
  }
  return { since: Number(since), entityRef };
}
