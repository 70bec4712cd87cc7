import {
  PageBlueprint,
  SubPageBlueprint,
} from '@backstage/frontend-plugin-api';
import { RiLineChartLine } from '@remixicon/react';
import type { MetricId } from 'backstage-plugin-adoption-metrics-common';
import type { ComponentType } from 'react';
import {
  definitionsRouteRef,
  developersRouteRef,
  diagnosticsRouteRef,
  digestRouteRef,
  metricRouteRefs,
  myDataRouteRef,
  overviewRouteRef,
  deadlineRouteRef,
  rootRouteRef,
} from '../routes';

const adoptionPage = PageBlueprint.make({
  params: {
    path: '/adoption',
    title: 'Adoption',
    icon: <RiLineChartLine />,
    routeRef: rootRouteRef,
  },
});

const overviewPage = SubPageBlueprint.make({
  name: 'overview',
  params: {
    path: 'overview',
    title: 'Overview',
    routeRef: overviewRouteRef,
    loader: async () => {
      const { OverviewPage } = await import('./overview/OverviewPage');
      return <OverviewPage />;
    },
  },
});

const deadlinePage = SubPageBlueprint.make({
  name: 'deadline',
  params: {
    path: 'deadline',
    title: 'Deadline',
    routeRef: deadlineRouteRef,
    loader: async () => {
      const { DeadlineTab } = await import('./DeadlineTab');
      return <DeadlineTab />;
    },
  },
});

const digestPage = SubPageBlueprint.make({
  name: 'digest',
  params: {
    path: 'digest',
    title: 'Digest',
    routeRef: digestRouteRef,
    loader: async () => {
      const { DigestPage } = await import('./alerts/DigestPage');
      return <DigestPage />;
    },
  },
});

function metricPage<TName extends MetricId>(
  metric: TName,
  title: string,
  loadPage: () => Promise<ComponentType>,
) {
  return SubPageBlueprint.make({
    name: metric,
    params: {
      path: metric,
      title,
      routeRef: metricRouteRefs[metric],
      loader: async () => {
        const Page = await loadPage();
        return <Page />;
      },
    },
  });
}

const metricPages = [
  metricPage('active-users', 'Active users', async () => {
    const { ActiveUsersPage } = await import('./active-users/ActiveUsersPage');
    return ActiveUsersPage;
  }),
  metricPage('page-load', 'Page load', async () => {
    const { PageLoadPage } = await import('./page-load/PageLoadPage');
    return PageLoadPage;
  }),
  metricPage('uptime', 'Uptime', async () => {
    const { UptimePage } = await import('./uptime/UptimePage');
    return UptimePage;
  }),
  metricPage('stale-entities', 'Stale entities', async () => {
    const { CatalogPage } = await import('./catalog/CatalogPage');
    return CatalogPage;
  }),
];

const developersPage = SubPageBlueprint.make({
  name: 'developers',
  params: {
    path: 'developers',
    title: 'Developers',
    routeRef: developersRouteRef,
    loader: async () => {
      const { DevelopersPage } = await import('./settings/DevelopersPage');
      return <DevelopersPage />;
    },
  },
});

const myDataPage = SubPageBlueprint.make({
  name: 'me',
  params: {
    path: 'me',
    title: 'My data',
    routeRef: myDataRouteRef,
    loader: async () => {
      const { MyDataPage } = await import('./my-data/MyDataPage');
      return <MyDataPage />;
    },
  },
});

const definitionsPage = SubPageBlueprint.make({
  name: 'definitions',
  params: {
    path: 'definitions',
    title: 'Definitions',
    routeRef: definitionsRouteRef,
    loader: async () => {
      const { DefinitionsPage } = await import('./settings/DefinitionsPage');
      return <DefinitionsPage />;
    },
  },
});

const diagnosticsPage = SubPageBlueprint.make({
  name: 'diagnostics',
  params: {
    path: 'diagnostics',
    title: 'Diagnostics',
    routeRef: diagnosticsRouteRef,
    loader: async () => {
      const { DiagnosticsPage } = await import('./settings/DiagnosticsPage');
      return <DiagnosticsPage />;
    },
  },
});

/** The page at `/adoption` with its tabs, in the order in which they appear. */
export const pageExtensions = [
  adoptionPage,
  overviewPage,
  deadlinePage,
  digestPage,
  ...metricPages,
  developersPage,
  definitionsPage,
  diagnosticsPage,
  myDataPage,
];
