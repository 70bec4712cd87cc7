import type {
  PageLoadKind,
  PageLoadRoutes,
} from 'backstage-plugin-adoption-metrics-common';
import { DataTable, type Column } from '../../ui/table';
import { ReportSection } from '../../ui/loading/ReportSection';
import { loadTimeColumns } from './loadTimeColumns';
import styles from './PageLoadSections.module.css';

type RouteRow = PageLoadRoutes['routes'][number];

const columns: Array<Column<RouteRow>> = [
  {
    id: 'page',
    label: 'Page',
    sortBy: ({ id }) => id,
    cell: ({ id }) =>
      id === 'other' ? (
        <>
          other
          <div className={styles.hint}>
            pages beyond the number that is kept for a day
          </div>
        </>
      ) : (
        id
      ),
  },
  ...loadTimeColumns<RouteRow>(),
];

export const noLoads = 'No load of this kind is known of these days yet.';

/** As many as the server keeps for a day. */
const mostRoutes = 50;

/** Which pages are slow. */
export function RoutesSection(props: { kind: PageLoadKind }) {
  return (
    <ReportSection
      id="pages"
      title="By page"
      report="page-load/routes"
      parameters={{ kind: props.kind, limit: mostRoutes }}
      height={320}
      description="Pages by the id of their extension, those with the most loads first. A page with many loads and a small share within target is where work pays off."
      emptyText={({ routes }) => (routes.length === 0 ? noLoads : undefined)}
    >
      {({ routes }) => (
        <DataTable
          name="Page load times by page"
          columns={columns}
          rows={routes}
          rowKey={({ id }) => id}
        />
      )}
    </ReportSection>
  );
}
