import type { RouteResolutionApi } from '@backstage/frontend-plugin-api';
import { tabs } from '../pages/tabs';
import { rootRouteRef } from '../routes';

/**
 * Finds the tabs below the page, wherever the app has mounted that.
 *
 * @param ofApp - knows all that the app has mounted by itself
 */
export function createRouteResolution(
  ofApp: RouteResolutionApi,
): RouteResolutionApi {
  const resolve: RouteResolutionApi['resolve'] = (routeRef, options) => {
    const link = ofApp.resolve(routeRef, options);
    const tab = tabs.find(each => each.routeRef === (routeRef as unknown));
    if (link || !tab) {
      return link;
    }
    const page = ofApp.resolve(rootRouteRef, options);
    return page && (() => `${page()}/${tab.name}`);
  };
  return { resolve, resolvePath: path => ofApp.resolvePath(path) };
}
