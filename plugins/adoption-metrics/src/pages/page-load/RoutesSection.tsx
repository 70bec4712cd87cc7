import type { PageLoadRoutes } from 'backstage-plugin-adoption-metrics-common';
import { NarrowButton } from '../../ui/address';
import { useLanguage, type Language } from '../../ui/format';
import { LoadedSection } from '../../ui/loading/LoadedSection';
import { useReportFile } from '../../ui/loading/ReportSection';
import { DataTable, type Column } from '../../ui/table';
import { loadTimeColumns } from './loadTimeColumns';
import { RouteName } from './RouteName';
import { slowLoads, slowestFirst } from './slowLoads';
import type { PageLoadChoice } from './usePageLoadChoice';

type RouteRow = PageLoadRoutes['routes'][number];

/** Which pages are slow: those with the most slow loads first. */
export function RoutesSection(props: { choice: PageLoadChoice }) {
  const { choice } = props;
  const language = useLanguage();
  const { t, format } = language;

  const { routes, kind, days, page } = choice;
  const file = useReportFile('GET /page-load/routes', { ...days, kind });
  return (
    <LoadedSection
      id="pages"
      title={t('pageLoad.pages.title')}
      loaded={routes}
      file={file}
      height={320}
      description={({ from, to }) =>
        t('pageLoad.pages.description', { period: format.period(from, to) })
      }
      emptyText={answer =>
        answer.routes.length === 0 ? t('pageLoad.noLoads') : undefined
      }
    >
      {answer => (
        <DataTable
          name={t('pageLoad.pages.tableName')}
          columns={columnsOf(choice, language)}
          rows={slowestFirst(answer.routes).filter(
            ({ id }) => !page || id === page,
          )}
          rowKey={({ id }) => id}
        />
      )}
    </LoadedSection>
  );
}

function columnsOf(
  { page, choosePage }: PageLoadChoice,
  language: Language,
): Array<Column<RouteRow>> {
  const { t, format } = language;
  const [loads, ...others] = loadTimeColumns<RouteRow>(language);
  return [
    {
      id: 'page',
      label: t('pageLoad.pages.page'),
      sortBy: ({ id }) => id,
      cell: ({ id }) =>
        id === 'other' ? (
          <RouteName id={id} />
        ) : (
          <NarrowButton
            subject={id}
            pressed={id === page}
            onPress={() => choosePage(id)}
          >
            {id}
          </NarrowButton>
        ),
    },
    loads,
    {
      id: 'slow',
      label: t('pageLoad.column.slow'),
      numeric: true,
      sortBy: slowLoads,
      cell: row => format.countOrUnknown(slowLoads(row)),
    },
    // The other percentiles are among the details.
    ...others.filter(({ id }) => id === 'p75' || id === 'within'),
  ];
}
