import type { DeadlineReport } from 'backstage-plugin-adoption-metrics-common';
import type { ReactNode } from 'react';
import { useLanguage } from '../../ui/format';
import { PersonNames } from '../../ui/PersonName';
import styles from '../../ui/layout.module.css';

/** What is set, for those who may not change it. */
export function DeadlineFacts(props: {
  report: Pick<DeadlineReport, 'deadline' | 'configuredRecipients'>;
}) {
  const { deadline, configuredRecipients } = props.report;
  const { t, format } = useLanguage();

  if (!deadline) {
    return <p className={styles.quiet}>{t('settings.deadline.none')}</p>;
  }
  const recipients = [...deadline.recipients, ...configuredRecipients];
  const facts: Array<[label: string, value: ReactNode]> = [
    [t('settings.deadline.start'), format.date(deadline.start)],
    [t('settings.deadline.date'), format.date(deadline.date)],
    [t('settings.deadline.goalName'), format.share(deadline.goal)],
    [
      t('settings.deadline.holidays'),
      deadline.holidays
        .map(({ from, to }) => format.period(from, to))
        .join('; ') || t('settings.deadline.noHolidays'),
    ],
    [
      t('settings.deadline.recipients'),
      recipients.length > 0 ? (
        <PersonNames entityRefs={recipients} />
      ) : (
        t('settings.deadline.nobody')
      ),
    ],
  ];
  return (
    <dl className={styles.facts}>
      {facts.map(([label, value]) => (
        <div key={label}>
          <dt className={styles.quiet}>{label}</dt>
          <dd className={styles.fact}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
