import type { PluginInventory } from 'backstage-plugin-adoption-metrics-common';
import { addDays, useLanguage, type Language } from '../../ui/format';
import { ReportSection } from '../../ui/loading/ReportSection';
import { DataTable, type Column } from '../../ui/table';
import styles from './ActiveUsersSections.module.css';

type PluginRow = PluginInventory['plugins'][number];

/** Which plugins are installed, which of them are used, and which may go. */
export function InventorySection() {
  const language = useLanguage();
  const { t, format } = language;

  return (
    <ReportSection
      id="inventory"
      title={t('activeUsers.inventory.title')}
      route="GET /activity/inventory"
      height={320}
      description={inventory => summary(inventory, language)}
      emptyText={({ plugins }) =>
        plugins.length === 0
          ? t('activeUsers.inventory.notReported')
          : undefined
      }
    >
      {inventory => (
        <>
          <DataTable
            name={t('activeUsers.inventory.tableName')}
            columns={inventoryColumns(inventory, language)}
            rows={inventory.plugins}
            rowKey={({ id }) => id}
          />
          <p className={styles.hint}>
            {t('activeUsers.inventory.note')}{' '}
            {inventory.backend
              ? t('activeUsers.inventory.backend', {
                  plugins: format.list(inventory.backend),
                })
              : t('activeUsers.inventory.backendUnknown')}
          </p>
        </>
      )}
    </ReportSection>
  );
}

function summary(
  { installed, used, unused, to }: PluginInventory,
  { t, format }: Language,
): string {
  if (installed === null) {
    return t('activeUsers.inventory.notReported');
  }
  if (used === null || unused === null || to === null) {
    return t('activeUsers.inventory.unknownUse', {
      installed: format.count(installed),
    });
  }
  return t('activeUsers.inventory.description', {
    used: format.count(used),
    installed: format.count(installed),
    unused: format.count(unused),
    day: format.date(addDays(to, -1)),
  });
}

function inventoryColumns(
  { minimumGroupSize }: PluginInventory,
  language: Language,
): Array<Column<PluginRow>> {
  const { t, format } = language;
  return [
    {
      id: 'plugin',
      label: t('activeUsers.inventory.plugin'),
      sortBy: ({ id }) => id,
      cell: ({ id }) => id,
    },
    {
      id: 'use',
      label: t('activeUsers.inventory.use'),
      sortBy: row => describeUse(row, language),
      cell: row => describeUse(row, language),
    },
    {
      id: 'people',
      label: t('activeUsers.inventory.people'),
      numeric: true,
      sortBy: ({ people }) => people,
      cell: ({ people, suppressed }) =>
        suppressed
          ? t('activeUsers.inventory.fewerThan', {
              minimum: format.count(minimumGroupSize),
            })
          : format.countOrUnknown(people),
    },
    {
      id: 'removal',
      label: t('activeUsers.inventory.removal'),
      numeric: true,
      sortBy: ({ removal }) => removal,
      isEmpty: ({ removal }) => removal === null,
      cell: ({ removal }) =>
        removal === null
          ? ''
          : t('activeUsers.inventory.rank', { rank: format.count(removal) }),
    },
    {
      id: 'reported',
      label: t('activeUsers.inventory.reported'),
      sortBy: ({ lastReportedOn }) => lastReportedOn,
      cell: ({ lastReportedOn }) =>
        lastReportedOn === null
          ? t('activeUsers.inventory.notInstalled')
          : format.date(lastReportedOn),
    },
  ];
}

function describeUse(
  { use, whyUnknown, isBase }: PluginRow,
  { t, format }: Language,
): string {
  const text = whyUnknown
    ? t(`activeUsers.inventory.why.${whyUnknown}`)
    : t(`activeUsers.inventory.${use === 'unused' ? 'unused' : 'used'}`);
  return isBase ? format.list([text, t('activeUsers.inventory.base')]) : text;
}
