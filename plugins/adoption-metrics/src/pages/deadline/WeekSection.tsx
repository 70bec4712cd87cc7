import type { DeadlineWeek } from 'backstage-plugin-adoption-metrics-common';
import { formatCount, formatDate, formatShare } from '../../ui/format';
import { DataTable, type Column } from '../../ui/table';
import { Section } from '../../ui/Section';
import styles from '../../ui/layout.module.css';

type Forecast = NonNullable<DeadlineWeek['forecast']>;
type FanPoint = Forecast['fan'][number];

const columns: Array<Column<FanPoint>> = [
  { id: 'day', label: 'By', cell: ({ day }) => formatDate(day) },
  {
    id: 'low',
    label: '10 of 100 below',
    cell: ({ low }) => formatShare(low, 1),
  },
  {
    id: 'median',
    label: 'Middle',
    cell: ({ median }) => formatShare(median, 1),
  },
  {
    id: 'high',
    label: '90 of 100 below',
    cell: ({ high }) => formatShare(high, 1),
  },
];

/** The numbers behind the sentence, as they were stored for the week. */
export function WeekSection(props: { week: DeadlineWeek }) {
  const { week } = props;
  return (
    <Section title={`As of the week to ${formatDate(week.week)}`}>
      <div className={styles.stack}>
        <dl className={styles.facts}>
          {factsOf(week).map(([label, value]) => (
            <div key={label}>
              <dt className={styles.quiet}>{label}</dt>
              <dd className={styles.value}>{value}</dd>
            </div>
          ))}
        </dl>
        {week.forecast && (
          <details>
            <summary>Week by week</summary>
            <DataTable
              name="Forecast week by week"
              columns={columns}
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

function factsOf(week: DeadlineWeek): Array<[string, string]> {
  const { active, developers, stillNeeded, forecast } = week;
  const known: Array<[string, string]> =
    active === null || developers === null || stillNeeded === null
      ? [['Active users', 'unknown']]
      : [
          ['Active users', `${active} of ${formatCount(developers)}`],
          ['People still needed', formatCount(stillNeeded)],
        ];
  return forecast ? [...known, ...outlookOf(forecast)] : known;
}

function outlookOf(forecast: Forecast): Array<[string, string]> {
  const { probability, requiredPerWeek, achievedPerWeek } = forecast;
  return [
    ['Chance of the goal', probabilityOf(probability)],
    ['Needed a week', perWeek(requiredPerWeek)],
    ['Gained a week', perWeek(achievedPerWeek)],
    [
      'Goal reached',
      forecast.goalReachedOn
        ? formatDate(forecast.goalReachedOn)
        : 'not at this pace',
    ],
  ];
}

function probabilityOf(probability: number): string {
  if (probability < 0.01) {
    return 'under 1%';
  }
  return probability > 0.99 ? 'over 99%' : `${Math.round(probability * 100)}%`;
}

function perWeek(people: number): string {
  return `${people.toFixed(1).replace('-', '\u2212')} people`;
}
