import type { Figure } from 'backstage-plugin-adoption-metrics-common';
import { writeFacts } from './format';
import { Section } from './Section';
import styles from './FactList.module.css';

/** The supporting numbers of a figure. */
export function FactList(props: { figure: Figure }) {
  const facts = writeFacts(props.figure);
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
