import { RouteHandlers } from '../http';
import { DigestService } from './DigestService';

/** The digest as it would be sent now. */
export function createDigestRoutes(digests: DigestService) {
  return {
    'GET /digest': ({ query, credentials }) =>
      digests.read(query.period, credentials),
  } satisfies RouteHandlers;
}
