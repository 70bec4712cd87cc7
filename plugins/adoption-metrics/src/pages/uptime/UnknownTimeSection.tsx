import type { UptimeReport } from 'backstage-plugin-adoption-metrics-common';
import type { Loaded } from '../../api/useLoaded';
import { useLanguage, type Language } from '../../ui/format';
import { LoadedSection } from '../../ui/loading/LoadedSection';
import { DataTable, type Column } from '../../ui/table';
import { isKnown, lengthText, percentText } from './texts';
import { WindowName } from './WindowsSection';

type WindowRow = UptimeReport['windows'][number];

function columnsOf(language: Language): Array<Column<WindowRow>> {
  const { t, format } = language;
  return [
    {
      id: 'window',
      label: t('uptime.windows.window'),
      cell: row => <WindowName row={row} />,
    },
    {
      id: 'lenient',
      label: t('uptime.windows.lenient'),
      numeric: true,
      cell: ({ lenientPercent }) => percentText(lenientPercent, t),
    },
    {
      id: 'coverage',
      label: t('uptime.windows.coverage'),
      numeric: true,
      cell: ({ coverage }) => format.shareOrUnknown(coverage),
    },
    {
      id: 'unknown',
      label: t('uptime.windows.unknown'),
      numeric: true,
      cell: row => lengthText(row.unknownSeconds, isKnown(row), language),
    },
    {
      id: 'budget',
      label: t('uptime.windows.budget'),
      numeric: true,
      cell: row => lengthText(row.budget.totalSeconds, isKnown(row), language),
    },
  ];
}

/** How much of each window is known, and what that changes. */
export function UnknownTimeSection(props: { loaded: Loaded<UptimeReport> }) {
  const language = useLanguage();
  const { t } = language;

  return (
    <LoadedSection
      id="unknown-time"
      title={t('uptime.unknownTime.title')}
      loaded={props.loaded}
      height={280}
      description={t('uptime.unknownTime.description')}
      emptyText={({ observedSince }) =>
        observedSince === null ? t('uptime.notObserved') : undefined
      }
    >
      {({ windows }) => (
        <DataTable
          name={t('uptime.unknownTime.tableName')}
          columns={columnsOf(language)}
          rows={windows}
          rowKey={({ id }) => id}
        />
      )}
    </LoadedSection>
  );
}
