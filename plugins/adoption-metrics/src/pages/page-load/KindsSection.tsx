import type {
  LoadTimes,
  PageLoadKinds,
  QueryOf,
} from 'backstage-plugin-adoption-metrics-common';
import { DataTable, type Column } from '../../ui/table';
import { ReportSection } from '../../ui/loading/ReportSection';
import { loadTimeColumns } from './loadTimeColumns';
import {
  useLanguage,
  type Language,
  type Translate,
  type Format,
} from '../../ui/format';
import styles from './PageLoadSections.module.css';

type Days = QueryOf<'GET /page-load/kinds'>;

/** A kind of load, or one of the methods by which its end was found. */
interface KindRow {
  id: string;
  label: string;
  loads: number;
  p75: number | null;
  /** Only of a kind. */
  times?: LoadTimes;
}

/** Of a method only these two are known. */
function ofMethod(
  columnId: string,
  { loads, p75 }: KindRow,
  format: Format,
): string {
  const known: Partial<Record<string, string>> = {
    loads: format.count(loads),
    p75: format.secondsOrUnknown(p75),
  };
  return known[columnId] ?? '';
}

function columnsOf(language: Language): Array<Column<KindRow>> {
  const { t, format } = language;
  return [
    {
      id: 'kind',
      label: t('pageLoad.kinds.kind'),
      cell: ({ label, times }) => (
        <div className={times ? undefined : styles.method}>{label}</div>
      ),
    },
    ...loadTimeColumns<LoadTimes>(language).map(
      ({ id, label, cell }): Column<KindRow> => ({
        id,
        label,
        numeric: true,
        cell: row =>
          row.times ? cell(row.times, false) : ofMethod(id, row, format),
      }),
    ),
  ];
}

/** How the loads were measured, so that no change of browsers hides. */
export function KindsSection(props: { days: Days }) {
  const language = useLanguage();
  const { t } = language;

  return (
    <ReportSection
      id="kinds"
      title={t('pageLoad.kinds.title')}
      route="GET /page-load/kinds"
      query={props.days}
      height={240}
      description={t('pageLoad.kinds.description')}
      emptyText={({ kinds }) =>
        kinds.every(({ loads }) => loads === 0)
          ? t('pageLoad.kinds.empty')
          : undefined
      }
    >
      {({ kinds }) => (
        <DataTable
          name={t('pageLoad.kinds.tableName')}
          columns={columnsOf(language)}
          rows={kinds
            .filter(({ loads }) => loads > 0)
            .flatMap(kind => rowsOf(kind, t))}
          rowKey={({ id }) => id}
        />
      )}
    </ReportSection>
  );
}

function rowsOf(kind: PageLoadKinds['kinds'][number], t: Translate): KindRow[] {
  return [
    {
      id: kind.kind,
      label: t(`pageLoad.kind.${kind.kind}`),
      loads: kind.loads,
      p75: kind.p75,
      times: kind,
    },
    ...kind.methods.map(({ method, loads, p75 }) => ({
      id: `${kind.kind} ${method}`,
      label: t(`pageLoad.method.${method}`),
      loads,
      p75,
    })),
  ];
}
