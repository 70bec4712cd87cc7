import type {
  PageLoadCoverage,
  QueryOf,
} from 'backstage-plugin-adoption-metrics-common';
import { DataTable, type Column } from '../../ui/table';
import { ReportSection } from '../../ui/loading/ReportSection';
import { coverageSentence } from './coverageSentence';
import { discardReasonText, dropReasonText } from './reasons';
import { useLanguage, type Language } from '../../ui/format';
import styles from './PageLoadSections.module.css';

type KindRow = PageLoadCoverage['kinds'][number];

function columnsOf({ t, format }: Language): Array<Column<KindRow>> {
  return [
    {
      id: 'kind',
      label: t('pageLoad.coverage.kind'),
      cell: ({ kind }) => t(`pageLoad.kind.${kind}`),
    },
    {
      id: 'navigations',
      label: t('pageLoad.coverage.navigations'),
      numeric: true,
      // Loads without any navigation are from before navigations were counted.
      cell: ({ navigations, measured }) =>
        navigations === 0 && measured > 0
          ? t('common.unknown')
          : format.count(navigations),
    },
    {
      id: 'measured',
      label: t('pageLoad.coverage.measured'),
      numeric: true,
      cell: ({ measured }) => format.count(measured),
    },
    {
      id: 'coverage',
      label: t('pageLoad.coverage.share'),
      numeric: true,
      cell: ({ coverage }) => format.shareOrUnknown(coverage),
    },
    {
      id: 'discards',
      label: t('pageLoad.coverage.discards'),
      cell: ({ discards }) => (
        <ul className={styles.reasons}>
          {discards.map(({ reason, loads }) => (
            <li key={reason}>
              {t('pageLoad.coverage.reason', {
                reason: discardReasonText(reason, t),
                loads: format.count(loads),
              })}
            </li>
          ))}
        </ul>
      ),
    },
  ];
}

/** How much the percentiles can be trusted. */
export function CoverageSection(props: {
  days: QueryOf<'GET /page-load/coverage'>;
}) {
  const language = useLanguage();
  const { t } = language;

  return (
    <ReportSection
      id="coverage"
      title={t('pageLoad.coverage.title')}
      route="GET /page-load/coverage"
      query={props.days}
      height={240}
      emptyText={({ kinds }) =>
        kinds.every(
          ({ navigations, measured }) => navigations === 0 && measured === 0,
        )
          ? t('pageLoad.coverage.empty')
          : undefined
      }
    >
      {coverage => (
        <>
          <p className={styles.sentence}>
            {coverageSentence(coverage, language)}
          </p>
          <DataTable
            name={t('pageLoad.coverage.tableName')}
            columns={columnsOf(language)}
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
  const { t, format } = useLanguage();

  if (dropped.length === 0) {
    return <p className={styles.hint}>{t('pageLoad.coverage.noneDropped')}</p>;
  }
  const reasons = dropped
    .map(({ reason, events }) =>
      t('pageLoad.coverage.droppedReason', {
        events: format.count(events),
        reason: dropReasonText(reason, t),
      }),
    )
    .join(', ');
  return (
    <p className={styles.hint}>{t('pageLoad.coverage.dropped', { reasons })}</p>
  );
}
