import type { PageLoadRoutes } from 'backstage-plugin-adoption-metrics-common';
import type { Loaded } from '../../api/useLoaded';
import { useLanguage } from '../../ui/format';
import { LoadedSection } from '../../ui/loading/LoadedSection';
import { DataTable } from '../../ui/table';
import { loadTimeColumns } from './loadTimeColumns';
import { RouteName } from './RouteName';

/** All percentiles of each page. */
export function PercentilesSection(props: { routes: Loaded<PageLoadRoutes> }) {
  const language = useLanguage();
  const { t } = language;

  return (
    <LoadedSection
      id="percentiles"
      title={t('pageLoad.percentiles.title')}
      loaded={props.routes}
      height={200}
      emptyText={({ routes }) =>
        routes.length === 0 ? t('pageLoad.noLoads') : undefined
      }
    >
      {({ routes }) => (
        <DataTable
          name={t('pageLoad.percentiles.tableName')}
          columns={[
            {
              id: 'page',
              label: t('pageLoad.pages.page'),
              sortBy: ({ id }) => id,
              cell: ({ id }) => <RouteName id={id} />,
            },
            ...loadTimeColumns<(typeof routes)[number]>(language),
          ]}
          rows={routes}
          rowKey={({ id }) => id}
        />
      )}
    </LoadedSection>
  );
}
