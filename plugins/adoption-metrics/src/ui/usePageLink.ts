import { useRouteRef, type RouteRef } from '@backstage/frontend-plugin-api';

/**
 * The address of a page or of a section of it; undefined where the app does not
 * have the page, or the signed-in person may not use it.
 */
export function usePageLink(
  routeRef: RouteRef<undefined>,
  anchor?: string,
): string | undefined {
  const page = useRouteRef(routeRef)?.();
  return page && anchor ? `${page}#${anchor}` : page;
}
