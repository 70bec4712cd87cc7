import type { RouteResolutionApi } from '@backstage/frontend-plugin-api';
import { pages } from '../pages/tabs';
import { rootRouteRef } from '../routes';

/**
 * Finds the tabs below the page, wherever the app has mounted that.
 *
 * @param ofApp - knows all that the app has mounted by itself
 * @param mayDecide - whether the signed-in person may see the decision
 */
export function createRouteResolution(
  ofApp: RouteResolutionApi,
  mayDecide: boolean,
): RouteResolutionApi {
  const resolve: RouteResolutionApi['resolve'] = (routeRef, options) => {
    const link = ofApp.resolve(routeRef, options);
    const tab = pages.find(each => each.routeRef === (routeRef as unknown));
    if (link || !tab || (tab.name === 'decision' && !mayDecide)) {
      return link;
    }
    const page = ofApp.resolve(rootRouteRef, options);
    return page && (() => `${page()}/${tab.name}`);
  };
  return { resolve, resolvePath: path => ofApp.resolvePath(path) };
}
