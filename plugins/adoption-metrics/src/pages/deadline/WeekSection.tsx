import type { DeadlineWeek } from 'backstage-plugin-adoption-metrics-common';
import { DataTable, type Column } from '../../ui/table';
import { Section } from '../../ui/Section';
import { probabilityText } from '../../ui/deadline/probabilityText';
import { useLanguage, type Language } from '../../ui/format';
import styles from '../../ui/layout.module.css';

type Forecast = NonNullable<DeadlineWeek['forecast']>;
type FanPoint = Forecast['fan'][number];

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

/** The numbers behind the sentence, as they were stored for the week. */
export function WeekSection(props: { week: DeadlineWeek; timeZone: string }) {
  const { week } = props;
  const language = useLanguage();
  const { t, format } = language;

  return (
    <Section title={t('deadline.week.title', { day: format.date(week.week) })}>
      <div className={styles.stack}>
        {week.isCorrection && (
          <p className={styles.quiet}>
            {t('deadline.week.corrected', {
              day: format.instant(week.evaluatedAt, props.timeZone),
            })}
          </p>
        )}
        <dl className={styles.facts}>
          {factsOf(week, language).map(([label, value]) => (
            <div key={label}>
              <dt className={styles.quiet}>{label}</dt>
              <dd className={styles.value}>{value}</dd>
            </div>
          ))}
        </dl>
        {week.forecast && (
          <details>
            <summary>{t('deadline.week.byWeek')}</summary>
            <DataTable
              name={t('deadline.week.tableName')}
              columns={columnsOf(language)}
              rows={week.forecast.fan}
              rowKey={({ day }) => day}
              inOnePage
            />
          </details>
        )}
      </div>
    </Section>
  );
}

type Fact = [label: string, value: string];

function factsOf(week: DeadlineWeek, language: Language): Fact[] {
  const { t, format } = language;
  const { active, developers, stillNeeded, forecast } = week;
  const users = t('common.partOfWhole', {
    part: format.count(active ?? 0),
    whole: format.count(developers ?? 0),
  });
  const known: Fact[] =
    active === null || developers === null || stillNeeded === null
      ? [[t('deadline.week.activeUsers'), t('common.unknown')]]
      : [
          [
            t('deadline.week.activeUsers'),
            week.isPartial ? t('deadline.week.atLeast', { users }) : users,
          ],
          [t('deadline.week.stillNeeded'), format.count(stillNeeded)],
        ];
  return forecast ? [...known, ...outlookOf(forecast, language)] : known;
}

function outlookOf(forecast: Forecast, language: Language): Fact[] {
  const { t, format } = language;
  const { probability, requiredPerWeek, achievedPerWeek } = forecast;
  return [
    [t('deadline.week.probability'), probabilityText(probability, language)],
    [t('deadline.week.required'), format.decimal(requiredPerWeek, 1)],
    [t('deadline.week.achieved'), format.decimal(achievedPerWeek, 1)],
    [
      t('deadline.week.goalReached'),
      forecast.goalReachedOn
        ? format.date(forecast.goalReachedOn)
        : t('deadline.week.notAtThisPace'),
    ],
  ];
}
