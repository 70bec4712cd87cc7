import { Progress } from '@backstage/core-components';
import { NotFoundErrorPage, useRouteRef } from '@backstage/frontend-plugin-api';
import { PluginHeader } from '@backstage/ui';
import { RiLineChartLine } from '@remixicon/react';
import { lazy, Suspense } from 'react';
import { Navigate, useParams } from 'react-router-dom';
import { DocumentTitle } from '../pages/DocumentTitle';
import { movedTabs, pages, tabs, type Tab } from '../pages/tabs';
import { TabInView } from '../pages/TabInView';
import { decisionRouteRef, rootRouteRef } from '../routes';
import { useLanguage } from '../ui/format';
import { usePageLink } from '../ui/usePageLink';

const contents = pages.map(page => ({
  page,
  Content: lazy(async () => ({ default: await page.load() })),
}));

/** The page with its tabs, as the new frontend system puts them together. */
export function AdoptionMetricsPage() {
  const { t } = useLanguage();
  const link = useRouteRef(rootRouteRef)?.();
  const { '*': path = '' } = useParams();
  const [name] = path.split('/');
  const decision = usePageLink(decisionRouteRef);
  const mayShow = (page: Tab) =>
    page.routeRef !== decisionRouteRef || decision !== undefined;
  const shown = contents.find(
    ({ page }) => page.name === name && mayShow(page),
  );
  const other = name === '' ? tabs[0].name : movedTabs[name];
  if (other) {
    return <Navigate to={`${link}/${other}`} replace />;
  }
  return (
    <>
      {/* Not below what waits for code: Helmet keeps titles that never show. */}
      {shown && <DocumentTitle page={shown.page.name} />}
      <PluginHeader
        title={t('common.page.adoption')}
        icon={<RiLineChartLine />}
        titleLink={link}
        tabs={tabs.filter(mayShow).map(tab => ({
          id: tab.name,
          label: t(`common.page.${tab.name}`),
          href: `${link}/${tab.name}`,
          matchStrategy: 'prefix',
        }))}
      />
      <Suspense fallback={<Progress />}>
        {shown ? <shown.Content /> : <NotFoundErrorPage />}
        {shown && <TabInView tab={shown.page} />}
      </Suspense>
    </>
  );
}
