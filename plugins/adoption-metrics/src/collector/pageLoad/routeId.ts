import { AppTreeApi, coreExtensionData } from '@backstage/frontend-plugin-api';
import { toIdentifier } from '../identifiers';

/** The page that belongs to no extension, such as "not found". */
const UNKNOWN = 'unknown';

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

/**
 * The extension id of what is shown at a path, as the app's own route tracker
 * finds it. Asked here because that tracker holds its answer back when it
 * knows no route reference.
 *
 * @param path - path of the address, below the app's base path
 */
export function routeIdAt(appTreeApi: AppTreeApi, path: string): string {
  try {
    const nodes = appTreeApi
      .getNodesByRoutePath(path)
      .nodes.filter(node => isShownAt(node, path));
    const node = nodes.filter(hasRouteRef).at(-1) ?? nodes.at(-1);
    return toIdentifier(node?.spec.id) ?? UNKNOWN;
  } catch {
    return UNKNOWN;
  }
}
