import type { DeclaredMaintenance } from 'backstage-plugin-adoption-metrics-common';
import { DataTable, type Column } from '../../ui/table';
import { Chip } from '../../ui/StatusChip';
import { UptimeSection } from './UptimeSection';
import { useLanguage, type Language } from '../../ui/format';
import styles from './UptimeSections.module.css';

function maintenanceColumns(
  timeZone: string,
  { t, format }: Language,
): Array<Column<DeclaredMaintenance>> {
  return [
    {
      id: 'start',
      label: t('uptime.maintenance.start', { timeZone }),
      cell: ({ from }) => format.instant(from, timeZone),
    },
    {
      id: 'duration',
      label: t('uptime.maintenance.duration'),
      numeric: true,
      cell: window => format.exactDuration(secondsOf(window)),
    },
    {
      id: 'reason',
      label: t('uptime.maintenance.reason'),
      cell: ({ reason }) => reason,
    },
    {
      id: 'declared',
      label: t('uptime.maintenance.declared'),
      cell: ({ declaredAt, declaredBy }) => (
        <>
          {format.instant(declaredAt, timeZone)}
          <div className={styles.hint}>
            {declaredBy ?? t('common.deletedUser')}
          </div>
        </>
      ),
    },
    {
      id: 'effect',
      label: t('uptime.maintenance.effect'),
      cell: window => <Effect window={window} />,
    },
  ];
}

/** Times that were declared as unavailable, and whether that was in time. */
export function MaintenanceSection(props: { timeZone: string }) {
  const language = useLanguage();
  const { t } = language;

  return (
    <UptimeSection
      id="maintenance"
      title={t('uptime.maintenance.title')}
      route="GET /uptime/maintenance"
      height={160}
      description={t('uptime.maintenance.description')}
      emptyText={({ windows }) =>
        windows.length === 0 ? t('uptime.maintenance.empty') : undefined
      }
    >
      {({ windows }) => (
        <DataTable
          name={t('uptime.maintenance.tableName')}
          columns={maintenanceColumns(props.timeZone, language)}
          rows={newestFirst(windows)}
          rowKey={({ id }) => String(id)}
        />
      )}
    </UptimeSection>
  );
}

function Effect(props: { window: DeclaredMaintenance }) {
  const { excluded, late, cancelledAt, from } = props.window;
  const { t } = useLanguage();

  return (
    <span className={styles.chips}>
      <Chip tone={excluded ? 'announcement' : 'neutral'}>
        {excluded
          ? t('uptime.maintenance.excluded')
          : t('uptime.maintenance.counts')}
      </Chip>{' '}
      {late && <Chip tone="warning">{t('uptime.maintenance.late')}</Chip>}{' '}
      {cancelledAt && (
        <Chip tone="neutral">
          {cancelledAt > from
            ? t('uptime.maintenance.endedEarly')
            : t('uptime.maintenance.cancelled')}
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
