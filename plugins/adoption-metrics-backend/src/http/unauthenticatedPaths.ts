import {
  methodAndPath,
  routeKeys,
  rowOf,
} from 'backstage-plugin-adoption-metrics-common/contract';

/** Paths of public routes. */
export const unauthenticatedPaths = routeKeys
  .filter(key => rowOf(key).caller.kind === 'anybody')
  .map(key => `/v1${methodAndPath(key).path}`);
