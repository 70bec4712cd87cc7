import { Progress } from '@backstage/core-components';
import { configApiRef, useApi } from '@backstage/core-plugin-api';
import { NotFoundErrorPage, useRouteRef } from '@backstage/frontend-plugin-api';
import { PluginHeader } from '@backstage/ui';
import { RiLineChartLine } from '@remixicon/react';
import { lazy, Suspense } from 'react';
import { Helmet } from 'react-helmet';
import { Navigate, useParams } from 'react-router-dom';
import { tabs } from '../pages/tabs';
import { rootRouteRef } from '../routes';

const contents = tabs.map(({ name, title, load }) => ({
  name,
  title,
  Content: lazy(async () => ({ default: await load() })),
}));

/** The page with its tabs, as the new frontend system puts them together. */
export function AdoptionMetricsPage() {
  const link = useRouteRef(rootRouteRef)?.();
  const { '*': path = '' } = useParams();
  const [name] = path.split('/');
  const shown = contents.find(each => each.name === name);
  if (name === '') {
    return <Navigate to={`${link}/${contents[0].name}`} replace />;
  }
  return (
    <>
      {/* Not below what waits for code: Helmet keeps titles that never show. */}
      {shown && <DocumentTitle tab={shown.title} />}
      <PluginHeader
        title="Adoption"
        icon={<RiLineChartLine />}
        titleLink={link}
        tabs={contents.map(each => ({
          id: each.name,
          label: each.title,
          href: `${link}/${each.name}`,
          matchStrategy: 'prefix',
        }))}
      />
      <Suspense fallback={<Progress />}>
        {shown ? <shown.Content /> : <NotFoundErrorPage />}
      </Suspense>
    </>
  );
}

function DocumentTitle(props: { tab: string }) {
  const app = useApi(configApiRef).getOptionalString('app.title');
  return <Helmet title={`${props.tab} | Adoption | ${app ?? 'Backstage'}`} />;
}
