import { ApiProvider } from '@backstage/core-app-api';
import { compatWrapper } from '@backstage/core-compat-api';
import {
  routeResolutionApiRef,
  useApi,
  type RouteResolutionApi,
} from '@backstage/frontend-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import { decisionReadPermission } from 'backstage-plugin-adoption-metrics-common';
import { useMemo, type ComponentType, type ReactNode } from 'react';
import { createRouteResolution } from './createRouteResolution';

/** Links lead to the tabs, of which apps of the old system know nothing. */
function TabRoutes(props: { children: ReactNode }) {
  const ofApp = useApi(routeResolutionApiRef);
  const { allowed } = usePermission({ permission: decisionReadPermission });
  const apis = useMemo(() => {
    const routes: RouteResolutionApi = createRouteResolution(ofApp, allowed);
    const get = (ref: { id: string }) =>
      ref.id === routeResolutionApiRef.id ? routes : undefined;
    return { get: get as never };
  }, [ofApp, allowed]);
  return <ApiProvider apis={apis}>{props.children}</ApiProvider>;
}

/**
 * Gives a component what it finds in an app of the new frontend system, in an
 * app of the old one as well.
 */
export function forOldApps<TProps extends {}>(
  Component: ComponentType<TProps>,
): (props: TProps) => JSX.Element {
  return props =>
    compatWrapper(
      <TabRoutes>
        <Component {...props} />
      </TabRoutes>,
    );
}
