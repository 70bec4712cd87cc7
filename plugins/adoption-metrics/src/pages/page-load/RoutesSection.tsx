import type {
  PageLoadKind,
  PageLoadRoutes,
} from 'backstage-plugin-adoption-metrics-common';
import { DataTable, type Column } from '../../ui/table';
import { ReportSection } from '../../ui/loading/ReportSection';
import { loadTimeColumns } from './loadTimeColumns';
import { useLanguage, type Language } from '../../ui/format';
import styles from './PageLoadSections.module.css';

type RouteRow = PageLoadRoutes['routes'][number];

function columnsOf(language: Language): Array<Column<RouteRow>> {
  const { t } = language;
  return [
    {
      id: 'page',
      label: t('pageLoad.pages.page'),
      sortBy: ({ id }) => id,
      cell: ({ id }) =>
        id === 'other' ? (
          <>
            {t('pageLoad.pages.other')}
            <div className={styles.hint}>{t('pageLoad.pages.otherHint')}</div>
          </>
        ) : (
          id
        ),
    },
    ...loadTimeColumns<RouteRow>(language),
  ];
}

/** As many as the server keeps for a day. */
const mostRoutes = 50;

/** Which pages are slow. */
export function RoutesSection(props: { kind: PageLoadKind }) {
  const language = useLanguage();
  const { t } = language;

  return (
    <ReportSection
      id="pages"
      title={t('pageLoad.pages.title')}
      route="GET /page-load/routes"
      query={{ kind: props.kind, limit: mostRoutes }}
      height={320}
      description={t('pageLoad.pages.description')}
      emptyText={({ routes }) =>
        routes.length === 0 ? t('pageLoad.noLoads') : undefined
      }
    >
      {({ routes }) => (
        <DataTable
          name={t('pageLoad.pages.tableName')}
          columns={columnsOf(language)}
          rows={routes}
          rowKey={({ id }) => id}
        />
      )}
    </ReportSection>
  );
}
