import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import { RouteKey } from 'backstage-plugin-adoption-metrics-common/contract';
import { RequestHandler } from 'express';
import { AccessControl } from './AccessControl';
import { toPresentable } from './errorHandler';
import { OpenRoute } from './OpenRoute';
import { createUrlReader, WrittenUrl } from './readRequest';

/**
 * Calls a route on behalf of a user, without HTTP.
 *
 * @throws an error that is safe to show, like the one that the route would
 * return
 */
export type Ask = (
  key: RouteKey,
  url: WrittenUrl,
  credentials: BackstageCredentials,
) => Promise<object>;

/** The API, callable over HTTP and within the process. */
export interface ServedApi {
  router: RequestHandler;
  ask: Ask;
}

/**
 * Calls routes within the process, with the same permissions, limits, and
 * visibility as over HTTP.
 */
export function createAsk(routes: OpenRoute[], access: AccessControl): Ask {
  const readers = new Map(routes.map(route => [route.key, readerOf(route)]));

  function readerOf({ key, row, runner }: OpenRoute) {
    const { caller } = row;
    const isRead = caller.kind === 'reader' || caller.kind === 'manager';
    if (!isRead || !key.startsWith('GET ')) {
      return undefined;
    }
    const readUrl = createUrlReader(row);
    return async (url: WrittenUrl, credentials: BackstageCredentials) => {
      await (caller.kind === 'manager'
        ? access.demand(credentials, caller.permission)
        : access.demandReading(credentials, caller.permission));
      const request = { ...readUrl(url), body: undefined };
      const { signal } = new AbortController();
      const { answered } = await runner.run({ credentials, request, signal });
      return answered;
    };
  }

  return async (key, url, credentials) => {
    const read = readers.get(key);
    if (!read) {
      throw new NotFoundError(`'${key}' is available over HTTP only`);
    }
    return read(url, credentials).catch(error => {
      throw toPresentable(error);
    });
  };
}
