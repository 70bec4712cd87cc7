import type { Metric } from 'backstage-plugin-adoption-metrics-common';
import { writeFacts } from './format';
import { Section } from './Section';
import styles from './FactList.module.css';

/** The supporting numbers of a metric. */
export function FactList(props: { metric: Metric }) {
  const facts = writeFacts(props.metric);
  if (facts.length === 0) {
    return null;
  }
  return (
    <Section title="Supporting numbers">
      <dl className={styles.facts}>
        {facts.map(({ id, label, value }) => (
          <div key={id}>
            <dt className={styles.label}>{label}</dt>
            <dd className={styles.value}>{value}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
