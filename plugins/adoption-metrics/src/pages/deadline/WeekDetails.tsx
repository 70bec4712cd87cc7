import type {
  DeadlineReport,
  ShareForecast,
} from 'backstage-plugin-adoption-metrics-common';
import { useLanguage, type Language } from '../../ui/format';
import styles from '../../ui/layout.module.css';
import { DataTable, type Column } from '../../ui/table';

type FanPoint = ShareForecast['fan'][number];

function columnsOf({ t, format }: Language): Array<Column<FanPoint>> {
  return [
    {
      id: 'day',
      label: t('deadline.week.day'),
      cell: ({ day }) => format.date(day),
    },
    {
      id: 'low',
      label: t('deadline.week.low'),
      cell: ({ low }) => format.share(low),
    },
    {
      id: 'median',
      label: t('deadline.week.median'),
      cell: ({ median }) => format.share(median),
    },
    {
      id: 'high',
      label: t('deadline.week.high'),
      cell: ({ high }) => format.share(high),
    },
  ];
}

/** Folded: what the forecast rests on, and its numbers week by week. */
export function WeekDetails(props: { report: DeadlineReport }) {
  const { latest, timeZone } = props.report;
  const language = useLanguage();
  const { t, format } = language;

  return (
    <details>
      <summary>{t('deadline.week.details')}</summary>
      <div className={styles.stack}>
        <Current report={props.report} />
        {latest?.isCorrection && (
          <p className={styles.quiet}>
            {t('deadline.week.corrected', {
              day: format.instant(latest.evaluatedAt, timeZone),
            })}
          </p>
        )}
        {latest?.forecast && (
          <>
            <p className={styles.quiet}>
              {t('deadline.week.method', {
                day: format.date(latest.week),
                model: <code>{latest.forecast.model}</code>,
              })}
            </p>
            <DataTable
              name={t('deadline.week.tableName')}
              columns={columnsOf(language)}
              rows={latest.forecast.fan}
              rowKey={({ day }) => day}
              inOnePage
            />
          </>
        )}
      </div>
    </details>
  );
}

function Current(props: { report: DeadlineReport }) {
  const { current, reference } = props.report;
  const { t, format } = useLanguage();

  const { share, active, developers, day, band } = current;
  if (share === null || day === null || band === null) {
    return <p className={styles.quiet}>{t('deadline.forecast.noWeek')}</p>;
  }
  return (
    <p className={styles.quiet}>
      {t('deadline.forecast.current', {
        share: format.share(share),
        active: format.countOrUnknown(active),
        developers: format.countOrUnknown(developers),
        day: format.date(day),
        band: t(`deadline.forecast.band.${band}`),
        reference: format.share(reference.share),
        referenceLabel: reference.label,
      })}
    </p>
  );
}
