import { AppTreeApi, coreExtensionData } from '@backstage/frontend-plugin-api';
import { toIdentifier } from './identifiers';

/** Where a page comes from. */
export interface PageOrigin {
  pluginId: string;
  extensionId: string;
}

/** What is shown at a path of the app. */
export type PageFinder = (path: string) => PageOrigin | undefined;

type Node = ReturnType<AppTreeApi['getNodesByRoutePath']>['nodes'][number];

// A page mounted at the base path also matches all paths that nothing else
// matches, although it is not shown there.
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
 * What is shown at a path, as the app's own route tracker finds it, and also
 * for pages without route reference, of which that tracker knows nothing.
 *
 * @param path - path of the address, below the app's base path
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

/** The key of the page load times of a page; `unknown` where there is none. */
export function routeIdOf(page: PageOrigin | undefined): string {
  return toIdentifier(page?.extensionId) ?? 'unknown';
}
