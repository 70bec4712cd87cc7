import type { DeclaredMaintenance } from 'backstage-plugin-adoption-metrics-common';
import { formatExactDuration, formatInstant } from '../../ui/format';
import { DataTable, type Column } from '../../ui/table';
import { Chip } from '../../ui/StatusChip';
import { UptimeSection } from './UptimeSection';
import styles from './UptimeSections.module.css';

function maintenanceColumns(
  timeZone: string,
): Array<Column<DeclaredMaintenance>> {
  return [
    {
      id: 'start',
      label: `Start (${timeZone})`,
      cell: ({ from }) => formatInstant(from, timeZone),
    },
    {
      id: 'duration',
      label: 'Duration',
      numeric: true,
      cell: window => formatExactDuration(secondsOf(window)),
    },
    { id: 'reason', label: 'Reason', cell: ({ reason }) => reason },
    {
      id: 'declared',
      label: 'Declared',
      cell: ({ declaredAt, declaredBy }) => (
        <>
          {formatInstant(declaredAt, timeZone)}
          <div className={styles.hint}>
            {declaredBy ?? 'somebody who was forgotten'}
          </div>
        </>
      ),
    },
    {
      id: 'effect',
      label: 'In the metrics',
      cell: window => <Effect window={window} />,
    },
  ];
}

/** Times that were declared as unavailable, and whether that was in time. */
export function MaintenanceSection(props: { timeZone: string }) {
  return (
    <UptimeSection
      id="maintenance"
      title="Maintenance windows"
      report="uptime/maintenance"
      height={160}
      description="What was declared before it began is left out of the metrics. What was declared late counts, unless that is configured otherwise."
      emptyText={({ windows }) =>
        windows.length === 0 ? 'No maintenance has been declared.' : undefined
      }
    >
      {({ windows }) => (
        <DataTable
          name="Maintenance windows, newest first"
          columns={maintenanceColumns(props.timeZone)}
          rows={newestFirst(windows)}
          rowKey={({ id }) => String(id)}
        />
      )}
    </UptimeSection>
  );
}

function Effect(props: { window: DeclaredMaintenance }) {
  const { excluded, late, cancelledAt, from } = props.window;
  return (
    <span className={styles.chips}>
      <Chip tone={excluded ? 'announcement' : 'neutral'}>
        {excluded ? 'left out' : 'counts'}
      </Chip>{' '}
      {late && <Chip tone="warning">declared late</Chip>}{' '}
      {cancelledAt && (
        <Chip tone="neutral">
          {cancelledAt > from ? 'ended early' : 'cancelled'}
        </Chip>
      )}
    </span>
  );
}

/** What has begun lasts until it is ended; what was cancelled was to last. */
function secondsOf({ from, to, cancelledAt }: DeclaredMaintenance): number {
  const end = cancelledAt && cancelledAt > from ? cancelledAt : to;
  return (Date.parse(end) - Date.parse(from)) / 1000;
}

function newestFirst(windows: DeclaredMaintenance[]): DeclaredMaintenance[] {
  return [...windows].sort(
    (one, other) => Date.parse(other.from) - Date.parse(one.from),
  );
}
