import { RouteHandlers } from '../http';
import { parseDay } from '../time';
import { DigestService } from './DigestService';

/** What a closed week or month brought. */
export function createDigestRoutes(digests: DigestService) {
  return {
    'GET /digest': ({ query, visibility }) =>
      digests.read(
        query.period,
        visibility,
        query.of === undefined ? undefined : parseDay(query.of),
      ),
  } satisfies RouteHandlers;
}
