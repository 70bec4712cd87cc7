import type { RouteRef } from '@backstage/frontend-plugin-api';
import type { ComponentType } from 'react';
import {
  deadlineRouteRef,
  decisionRouteRef,
  definitionsRouteRef,
  developersRouteRef,
  diagnosticsRouteRef,
  digestRouteRef,
  metricRouteRefs,
  myDataRouteRef,
  overviewRouteRef,
  reportRouteRef,
} from '../routes';

/** A part of the page, whichever frontend system shows it. */
export interface Tab<TName extends string = string> {
  /** Name of its extension, and its path below that of the page. */
  name: TName;
  title: string;
  routeRef: RouteRef<undefined>;
  load(): Promise<ComponentType>;
}

function tab<TName extends string>(
  name: TName,
  title: string,
  routeRef: RouteRef<undefined>,
  load: () => Promise<ComponentType>,
): Tab<TName> {
  return { name, title, routeRef, load };
}

/** The tabs of the page, in the order in which they appear. */
export const tabs = [
  tab('overview', 'Overview', overviewRouteRef, async () => {
    const { OverviewPage } = await import('./overview/OverviewPage');
    return OverviewPage;
  }),
  tab('deadline', 'Deadline', deadlineRouteRef, async () => {
    const { DeadlineTab } = await import('./DeadlineTab');
    return DeadlineTab;
  }),
  tab('decision', 'Decision', decisionRouteRef, async () => {
    const { DecisionTab } = await import('./decision/DecisionTab');
    return DecisionTab;
  }),
  tab('report', 'Report', reportRouteRef, async () => {
    const { ReportPage } = await import('./report/ReportPage');
    return ReportPage;
  }),
  tab('digest', 'Digest', digestRouteRef, async () => {
    const { DigestPage } = await import('./alerts/DigestPage');
    return DigestPage;
  }),
  tab(
    'active-users',
    'Active users',
    metricRouteRefs['active-users'],
    async () => {
      const { ActiveUsersPage } = await import(
        './active-users/ActiveUsersPage'
      );
      return ActiveUsersPage;
    },
  ),
  tab('page-load', 'Page load', metricRouteRefs['page-load'], async () => {
    const { PageLoadPage } = await import('./page-load/PageLoadPage');
    return PageLoadPage;
  }),
  tab('uptime', 'Uptime', metricRouteRefs.uptime, async () => {
    const { UptimePage } = await import('./uptime/UptimePage');
    return UptimePage;
  }),
  tab(
    'stale-entities',
    'Stale entities',
    metricRouteRefs['stale-entities'],
    async () => {
      const { CatalogPage } = await import('./catalog/CatalogPage');
      return CatalogPage;
    },
  ),
  tab('developers', 'Developers', developersRouteRef, async () => {
    const { DevelopersPage } = await import('./settings/DevelopersPage');
    return DevelopersPage;
  }),
  tab('definitions', 'Definitions', definitionsRouteRef, async () => {
    const { DefinitionsPage } = await import('./settings/DefinitionsPage');
    return DefinitionsPage;
  }),
  tab('diagnostics', 'Diagnostics', diagnosticsRouteRef, async () => {
    const { DiagnosticsPage } = await import('./settings/DiagnosticsPage');
    return DiagnosticsPage;
  }),
  tab('me', 'My data', myDataRouteRef, async () => {
    const { MyDataPage } = await import('./my-data/MyDataPage');
    return MyDataPage;
  }),
];
