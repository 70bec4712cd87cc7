import {
  methodAndPath,
  routeKeys,
  rowOf,
} from 'backstage-plugin-adoption-metrics-common/contract';

/** The paths that anybody may ask, without credentials. */
export const unauthenticatedPaths = routeKeys
  .filter(key => rowOf(key).caller.kind === 'anybody')
  .map(key => `/v1${methodAndPath(key).path}`);
