import type { PageLoadCoverage } from 'backstage-plugin-adoption-metrics-common';
import {
  discardReasonText,
  dropReasonText,
  formatCount,
  pageLoadKindNames,
  shareOrUnknown,
} from '../../ui/format';
import { DataTable, type Column } from '../../ui/table';
import { ReportSection } from '../../ui/loading/ReportSection';
import { coverageSentence } from './coverageSentence';
import styles from './PageLoadSections.module.css';

type KindRow = PageLoadCoverage['kinds'][number];

const columns: Array<Column<KindRow>> = [
  {
    id: 'kind',
    label: 'Kind',
    cell: ({ kind }) => pageLoadKindNames[kind],
  },
  {
    id: 'navigations',
    label: 'Navigations',
    numeric: true,
    // Loads without any navigation are from before navigations were reported.
    cell: ({ navigations, measured }) =>
      navigations === 0 && measured > 0 ? 'unknown' : formatCount(navigations),
  },
  {
    id: 'measured',
    label: 'Measured',
    numeric: true,
    cell: ({ measured }) => formatCount(measured),
  },
  {
    id: 'coverage',
    label: 'Coverage',
    numeric: true,
    cell: ({ coverage }) => shareOrUnknown(coverage),
  },
  {
    id: 'discards',
    label: 'Not measured, because',
    cell: ({ discards }) => (
      <ul className={styles.reasons}>
        {discards.map(({ reason, loads }) => (
          <li key={reason}>
            {discardReasonText(reason)}: {formatCount(loads)}
          </li>
        ))}
      </ul>
    ),
  },
];

/** How much the percentiles can be trusted. */
export function CoverageSection() {
  return (
    <ReportSection
      id="coverage"
      title="Coverage"
      report="page-load/coverage"
      height={240}
      emptyText={({ kinds }) =>
        kinds.every(
          ({ navigations, measured }) => navigations === 0 && measured === 0,
        )
          ? 'No navigation is known of these days yet.'
          : undefined
      }
    >
      {coverage => (
        <>
          <p className={styles.sentence}>{coverageSentence(coverage)}</p>
          <DataTable
            name="Coverage by kind of load"
            columns={columns}
            rows={coverage.kinds}
            rowKey={({ kind }) => kind}
          />
          <DroppedEvents dropped={coverage.droppedEvents} />
        </>
      )}
    </ReportSection>
  );
}

function DroppedEvents(props: { dropped: PageLoadCoverage['droppedEvents'] }) {
  const { dropped } = props;
  if (dropped.length === 0) {
    return <p className={styles.hint}>No browser had to give up a report.</p>;
  }
  const reasons = dropped.map(
    ({ reason, events }) =>
      `${formatCount(events)} (${dropReasonText(reason)})`,
  );
  return (
    <p className={styles.hint}>
      Reports that browsers had to give up, of use as well as of loads:{' '}
      {reasons.join(', ')}.
    </p>
  );
}
