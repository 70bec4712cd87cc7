import type { UptimeReport } from 'backstage-plugin-adoption-metrics-common';
import type { Loaded } from '../../api/useLoaded';
import { LoadedSection } from '../../ui/loading/LoadedSection';
import { DataTable, type Column } from '../../ui/table';
import { StatusChip } from '../../ui/StatusChip';
import { isKnown, lengthText, observedSeconds, percentText } from './texts';
import { useLanguage, type Language } from '../../ui/format';
import styles from './UptimeSections.module.css';

type WindowRow = UptimeReport['windows'][number];

function columnsOf(language: Language): Array<Column<WindowRow>> {
  const { t } = language;
  return [
    {
      id: 'window',
      label: t('uptime.windows.window'),
      cell: row => <WindowName row={row} />,
    },
    {
      id: 'strict',
      label: t('uptime.windows.strict'),
      numeric: true,
      cell: ({ strictPercent }) => percentText(strictPercent, t),
    },
    {
      id: 'status',
      label: t('uptime.windows.status'),
      cell: row => <WindowStatus row={row} />,
    },
    {
      id: 'down',
      label: t('uptime.windows.down'),
      numeric: true,
      cell: row => lengthText(row.downSeconds, isKnown(row), language),
    },
    {
      id: 'left',
      label: t('uptime.windows.left'),
      numeric: true,
      cell: row => leftText(row.budget.leftSeconds, isKnown(row), language),
    },
  ];
}

/** The same uptime over shorter and longer times. */
export function WindowsSection(props: { loaded: Loaded<UptimeReport> }) {
  const language = useLanguage();
  const { t } = language;

  return (
    <LoadedSection
      id="windows"
      title={t('uptime.windows.title')}
      loaded={props.loaded}
      height={280}
      description={report => descriptionOf(report, language)}
      emptyText={({ observedSince }) =>
        observedSince === null ? t('uptime.notObserved') : undefined
      }
    >
      {({ windows }) => (
        <DataTable
          name={t('uptime.windows.tableName')}
          columns={columnsOf(language)}
          rows={windows}
          rowKey={({ id }) => id}
        />
      )}
    </LoadedSection>
  );
}

function descriptionOf(
  { target }: UptimeReport,
  { t, format }: Language,
): string {
  return t('uptime.windows.description', {
    target: format.target({ operator: '>=', value: target }, 'share'),
  });
}

/** What was judged, where that is not all of the window. */
function WindowStatus(props: { row: WindowRow }) {
  const { status, judgedOn } = props.row;
  const { t } = useLanguage();

  return (
    <>
      <StatusChip id="uptime" status={status} />
      {judgedOn === 'observed-part' && (
        <div className={styles.hint}>{t('uptime.windows.observedPart')}</div>
      )}
    </>
  );
}

export function WindowName(props: { row: WindowRow }) {
  const { id, beforeInstallationSeconds } = props.row;
  const { t, format } = useLanguage();

  const observed = observedSeconds(props.row);
  return (
    <>
      {t(`uptime.window.${id}`)}
      {beforeInstallationSeconds > 0 && observed > 0 && (
        <div className={styles.hint}>
          {t('uptime.windows.observed', {
            duration: format.exactDuration(observed),
          })}
        </div>
      )}
    </>
  );
}

/** A budget that is overspent is not one of which nothing is left. */
function leftText(
  leftSeconds: number,
  known: boolean,
  language: Language,
): string {
  const { t, format } = language;
  return known && leftSeconds < 0
    ? t('uptime.windows.overspent', {
        duration: format.exactDuration(-leftSeconds),
      })
    : lengthText(leftSeconds, known, language);
}
