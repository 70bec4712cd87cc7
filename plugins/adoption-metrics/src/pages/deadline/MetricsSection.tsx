import type { DeadlineReport } from 'backstage-plugin-adoption-metrics-common';
import { Section } from '../../ui/Section';
import { StatusChip } from '../../ui/StatusChip';
import styles from '../../ui/layout.module.css';

/** The three other metrics as they stand; none of them is forecast. */
export function MetricsSection(props: { report: DeadlineReport }) {
  const { metrics, verdict } = props.report;
  return (
    <Section title="The other metrics">
      <div className={styles.stack}>
        <p className={styles.lead}>{verdict.sentence}</p>
        <ul className={styles.metrics}>
          {metrics.map(({ id, status, statement }) => (
            <li key={id}>
              <StatusChip status={status} />
              <span>{statement}</span>
            </li>
          ))}
        </ul>
      </div>
    </Section>
  );
}
