import type { Metric } from 'backstage-plugin-adoption-metrics-common';
import { Section } from '../Section';
import { writeFacts } from './facts';
import { useLanguage } from '../format';
import styles from './FactList.module.css';

/** The supporting numbers of a metric. */
export function FactList(props: { metric: Metric }) {
  const language = useLanguage();
  const { t } = language;

  const facts = writeFacts(props.metric, language);
  if (facts.length === 0) {
    return null;
  }
  return (
    <Section title={t('metric.facts.title')}>
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
