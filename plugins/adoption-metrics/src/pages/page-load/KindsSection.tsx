import type {
  LoadTimes,
  PageLoadKinds,
} from 'backstage-plugin-adoption-metrics-common';
import {
  formatCount,
  pageLoadKindNames,
  pageLoadMethodNames,
  secondsOrUnknown,
} from '../../ui/format';
import { DataTable, type Column } from '../../ui/table';
import { ReportSection } from '../../ui/loading/ReportSection';
import { loadTimeColumns } from './loadTimeColumns';
import styles from './PageLoadSections.module.css';

/** A kind of load, or one of the methods by which its end was found. */
interface KindRow {
  id: string;
  label: string;
  loads: number;
  p75: number | null;
  /** Only of a kind. */
  times?: LoadTimes;
}

/** Of a method only these two are shown. */
function ofMethod(columnId: string, { loads, p75 }: KindRow): string {
  const shown: Partial<Record<string, string>> = {
    loads: formatCount(loads),
    p75: secondsOrUnknown(p75),
  };
  return shown[columnId] ?? '';
}

const columns: Array<Column<KindRow>> = [
  {
    id: 'kind',
    label: 'Kind',
    cell: ({ label, times }) => (
      <div className={times ? undefined : styles.method}>{label}</div>
    ),
  },
  ...loadTimeColumns<LoadTimes>().map(
    ({ id, label, cell }): Column<KindRow> => ({
      id,
      label,
      numeric: true,
      cell: row => (row.times ? cell(row.times, false) : ofMethod(id, row)),
    }),
  ),
];

/** How the loads were measured, so that no change of browsers hides. */
export function KindsSection() {
  return (
    <ReportSection
      id="kinds"
      title="By kind and method"
      report="page-load/kinds"
      height={240}
      description="First loads are the metric. Browsers differ in how they recognize the end of a load, so each method has its own row."
      emptyText={({ kinds }) =>
        kinds.every(({ loads }) => loads === 0)
          ? 'No load is known of these days yet.'
          : undefined
      }
    >
      {({ kinds }) => (
        <DataTable
          name="Page load times by kind and method"
          columns={columns}
          rows={kinds.filter(({ loads }) => loads > 0).flatMap(rowsOf)}
          rowKey={({ id }) => id}
        />
      )}
    </ReportSection>
  );
}

function rowsOf(kind: PageLoadKinds['kinds'][number]): KindRow[] {
  return [
    {
      id: kind.kind,
      label: pageLoadKindNames[kind.kind],
      loads: kind.loads,
      p75: kind.p75,
      times: kind,
    },
    ...kind.methods.map(({ method, loads, p75 }) => ({
      id: `${kind.kind} ${method}`,
      label: pageLoadMethodNames[method],
      loads,
      p75,
    })),
  ];
}
