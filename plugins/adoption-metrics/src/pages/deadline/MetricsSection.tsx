import type { DeadlineReport } from 'backstage-plugin-adoption-metrics-common';
import { Section } from '../../ui/Section';
import { StatusChip } from '../../ui/StatusChip';
import { useLanguage } from '../../ui/format';
import styles from '../../ui/layout.module.css';

/** The three other metrics and their status; none of them is forecast. */
export function MetricsSection(props: { report: DeadlineReport }) {
  const { metrics, verdict } = props.report;
  const { t } = useLanguage();

  return (
    <Section title={t('deadline.otherMetrics.title')}>
      <div className={styles.stack}>
        <p className={styles.lead}>{verdict.sentence}</p>
        <ul className={styles.metrics}>
          {metrics.map(({ id, status, statement }) => (
            <li key={id}>
              <StatusChip id={id} status={status} />
              <span>{statement}</span>
            </li>
          ))}
        </ul>
      </div>
    </Section>
  );
}
