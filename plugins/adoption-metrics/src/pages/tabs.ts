import type { RouteRef } from '@backstage/frontend-plugin-api';
import type { ComponentType } from 'react';
import type { common } from '../messages/common';
import {
  alertsRouteRef,
  deadlineRouteRef,
  decisionRouteRef,
  metricRouteRefs,
  myDataRouteRef,
  overviewRouteRef,
  reportRouteRef,
  settingsRouteRef,
} from '../routes';

/** Names a page in its address, its extension and its title. */
export type PageName = Exclude<keyof (typeof common)['page'], 'adoption'>;

/** A part of the page, whichever frontend system shows it. */
export interface Tab<TName extends PageName = PageName> {
  /** Name of its extension and its title, and its path below that of the page. */
  name: TName;
  routeRef: RouteRef<undefined>;
  load(): Promise<ComponentType>;
}

function tab<TName extends PageName>(
  name: TName,
  routeRef: RouteRef<undefined>,
  load: () => Promise<ComponentType>,
): Tab<TName> {
  return { name, routeRef, load };
}

/** The tabs of the page, in the order in which they appear. */
export const tabs = [
  tab('overview', overviewRouteRef, async () => {
    const { OverviewPage } = await import('./overview/OverviewPage');
    return OverviewPage;
  }),
  tab('active-users', metricRouteRefs['active-users'], async () => {
    const { ActiveUsersPage } = await import('./active-users/ActiveUsersPage');
    return ActiveUsersPage;
  }),
  tab('page-load', metricRouteRefs['page-load'], async () => {
    const { PageLoadPage } = await import('./page-load/PageLoadPage');
    return PageLoadPage;
  }),
  tab('uptime', metricRouteRefs.uptime, async () => {
    const { UptimePage } = await import('./uptime/UptimePage');
    return UptimePage;
  }),
  tab('catalog', metricRouteRefs['stale-entities'], async () => {
    const { CatalogPage } = await import('./catalog/CatalogPage');
    return CatalogPage;
  }),
  tab('deadline', deadlineRouteRef, async () => {
    const { DeadlinePage } = await import('./deadline/DeadlinePage');
    return DeadlinePage;
  }),
  tab('decision', decisionRouteRef, async () => {
    const { DecisionTab } = await import('./decision/DecisionTab');
    return DecisionTab;
  }),
  tab('alerts', alertsRouteRef, async () => {
    const { AlertsPage } = await import('./alerts/AlertsPage');
    return AlertsPage;
  }),
  tab('settings', settingsRouteRef, async () => {
    const { SettingsPage } = await import('./settings/SettingsPage');
    return SettingsPage;
  }),
];

/** Pages beside the tabs, which others lead to: the report is for print. */
export const reportPage = tab('report', reportRouteRef, async () => {
  const { ReportPage } = await import('./report/ReportPage');
  return ReportPage;
});

/** What is stored about oneself is open to everybody, whatever they may read. */
export const myDataPage = tab('me', myDataRouteRef, async () => {
  const { MyDataPage } = await import('./my-data/MyDataPage');
  return MyDataPage;
});

/** Every page, with a tab or without. */
export const pages: Tab[] = [...tabs, reportPage, myDataPage];

/** What a tab is often taken to be called, such as the id of its metric. */
export const movedTabs: Partial<Record<string, PageName>> = {
  'stale-entities': 'catalog',
  digest: 'alerts',
  diagnostics: 'settings',
  developers: 'settings',
};
