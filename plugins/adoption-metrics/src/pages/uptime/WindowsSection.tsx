import type { UptimeReport } from 'backstage-plugin-adoption-metrics-common';
import {
  formatExactDuration,
  formatShare,
  formatTarget,
} from '../../ui/format';
import { DataTable, type Column } from '../../ui/table';
import { StatusChip } from '../../ui/StatusChip';
import { BurnRates } from './BurnRates';
import { Evidence } from './Evidence';
import { lengthText, notObserved, percentText, windowNames } from './texts';
import { UptimeSection } from './UptimeSection';
import styles from './UptimeSections.module.css';

type WindowRow = UptimeReport['windows'][number];

const isKnown = ({ accountableSeconds }: WindowRow) => accountableSeconds > 0;

const columns: Array<Column<WindowRow>> = [
  { id: 'window', label: 'Last', cell: row => <WindowName row={row} /> },
  {
    id: 'strict',
    label: 'Uptime',
    numeric: true,
    cell: ({ strictPercent }) => percentText(strictPercent),
  },
  {
    id: 'status',
    label: 'Target',
    cell: ({ status }) => <StatusChip status={status} />,
  },
  {
    id: 'lenient',
    label: 'Unknown left out',
    numeric: true,
    cell: ({ lenientPercent }) => percentText(lenientPercent),
  },
  {
    id: 'coverage',
    label: 'Coverage',
    numeric: true,
    cell: ({ coverage }) =>
      coverage === null ? 'unknown' : formatShare(coverage, 2),
  },
  {
    id: 'down',
    label: 'Down',
    numeric: true,
    cell: row => lengthText(row.downSeconds, isKnown(row)),
  },
  {
    id: 'unknown',
    label: 'Unknown',
    numeric: true,
    cell: row => lengthText(row.unknownSeconds, isKnown(row)),
  },
  {
    id: 'budget',
    label: 'Error budget',
    numeric: true,
    cell: row => lengthText(row.budget.totalSeconds, isKnown(row)),
  },
  {
    id: 'left',
    label: 'Budget left',
    numeric: true,
    cell: row => leftText(row.budget.leftSeconds, isKnown(row)),
  },
];

/** The same uptime over shorter and longer times, and how fast it is lost. */
export function WindowsSection() {
  return (
    <UptimeSection
      id="windows"
      title="Uptime and error budget"
      report="uptime"
      height={420}
      description={descriptionOf}
      emptyText={({ observedSince }) =>
        observedSince === null ? notObserved : undefined
      }
    >
      {report => (
        <>
          <Evidence evidence={report.evidence} />
          <DataTable
            name="Uptime by window"
            columns={columns}
            rows={report.windows}
            rowKey={({ id }) => id}
          />
          <BurnRates rates={report.burnRates} />
        </>
      )}
    </UptimeSection>
  );
}

function descriptionOf({ target }: UptimeReport): string {
  const text = formatTarget({ operator: '>=', value: target }, 'share');
  return `The target is ${text}. Time that is unknown counts as not up, except where it is left out; maintenance is left out everywhere. Percentages are never rounded up. The error budget is the time that the target allows not to be up.`;
}

function WindowName(props: { row: WindowRow }) {
  const { id, beforeInstallationSeconds, accountableSeconds } = props.row;
  const observed = accountableSeconds + props.row.maintenanceSeconds;
  return (
    <>
      {windowNames[id]}
      {beforeInstallationSeconds > 0 && observed > 0 && (
        <div className={styles.hint}>
          {formatExactDuration(observed)} of it observed
        </div>
      )}
    </>
  );
}

/** A budget that is overspent is not one of which nothing is left. */
function leftText(leftSeconds: number, known: boolean): string {
  return known && leftSeconds < 0
    ? `overspent by ${formatExactDuration(-leftSeconds)}`
    : lengthText(leftSeconds, known);
}
