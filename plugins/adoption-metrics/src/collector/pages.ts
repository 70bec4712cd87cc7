import { AppTreeApi, coreExtensionData } from '@backstage/frontend-plugin-api';
import { toIdentifier } from './identifiers';

/** The origin of a page. */
export interface PageOrigin {
  pluginId: string;
  extensionId: string;
}

/** Finds the page at a path of the app. */
export type PageFinder = (path: string) => PageOrigin | undefined;

type Node = ReturnType<AppTreeApi['getNodesByRoutePath']>['nodes'][number];

// A page mounted at the base path matches all other paths, although it is not
// shown there.
function isShownAt(node: Node, path: string): boolean {
  const mountedAt = node.instance?.getData(coreExtensionData.routePath);
  return mountedAt?.replace(/\//g, '') !== '' || path.replace(/\//g, '') === '';
}

function hasRouteRef(node: Node): boolean {
  return node.instance?.getData(coreExtensionData.routeRef) !== undefined;
}

function nodesAt(appTreeApi: AppTreeApi, path: string): Node[] {
  try {
    const { nodes } = appTreeApi.getNodesByRoutePath(path);
    return nodes.filter(node => isShownAt(node, path));
  } catch {
    // The app is not complete yet.
    return [];
  }
}

/**
 * Finds the page at a path in the same way as the app's route tracker, but
 * including pages without a route reference.
 *
 * @param path - path of the URL, below the app's base path
 */
export function pageAt(
  appTreeApi: AppTreeApi,
  path: string,
): PageOrigin | undefined {
  const nodes = nodesAt(appTreeApi, path);
  const node = nodes.filter(hasRouteRef).at(-1) ?? nodes.at(-1);
  return (
    node && { pluginId: node.spec.plugin.pluginId, extensionId: node.spec.id }
  );
}

/**
 * The key under which load times of a page are reported; `unknown` without one.
 */
export function routeIdOf(page: PageOrigin | undefined): string {
  return toIdentifier(page?.extensionId) ?? 'unknown';
}
