import { Progress } from '@backstage/core-components';
import { configApiRef, useApi } from '@backstage/core-plugin-api';
import { NotFoundErrorPage, useRouteRef } from '@backstage/frontend-plugin-api';
import { PluginHeader } from '@backstage/ui';
import { RiLineChartLine } from '@remixicon/react';
import { lazy, Suspense } from 'react';
import { Helmet } from 'react-helmet';
import { Navigate, Route, Routes } from 'react-router-dom';
import { tabs, type Tab } from '../pages/tabs';
import { rootRouteRef } from '../routes';

const contents = tabs.map(tab => ({
  tab,
  Content: lazy(async () => ({ default: await tab.load() })),
}));

/** The page with its tabs, as the new frontend system puts them together. */
export function AdoptionMetricsPage() {
  const link = useRouteRef(rootRouteRef)?.();
  const headerTabs = tabs.map(({ name, title }) => ({
    id: name,
    label: title,
    href: `${link}/${name}`,
    matchStrategy: 'prefix' as const,
  }));
  return (
    <>
      <PluginHeader
        title="Adoption"
        icon={<RiLineChartLine />}
        titleLink={link}
        tabs={headerTabs}
      />
      <Suspense fallback={<Progress />}>
        <Routes>
          <Route
            path="/"
            element={<Navigate to={contents[0].tab.name} replace />}
          />
          {contents.map(({ tab, Content }) => (
            <Route
              key={tab.name}
              path={`${tab.name}/*`}
              element={
                <>
                  <DocumentTitle tab={tab} />
                  <Content />
                </>
              }
            />
          ))}
          <Route path="*" element={<NotFoundErrorPage />} />
        </Routes>
      </Suspense>
    </>
  );
}

function DocumentTitle(props: { tab: Tab }) {
  const app = useApi(configApiRef).getOptionalString('app.title');
  return (
    <Helmet title={`${props.tab.title} | Adoption | ${app ?? 'Backstage'}`} />
  );
}
