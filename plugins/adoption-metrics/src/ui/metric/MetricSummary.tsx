import type { Metric } from 'backstage-plugin-adoption-metrics-common';
import { ChangeLine } from './ChangeLine';
import { leadText } from './leadText';
import { MetricValue } from './MetricValue';
import { TargetLine } from './TargetLine';
import { Details } from '../Details';
import { Surface } from '../Surface';
import { TargetMeter } from './TargetMeter';
import { useLanguage, type Language } from '../format';
import styles from './MetricPage.module.css';

interface MetricSummaryProps {
  metric: Metric;
  timeZone: string;
  /** Instead of what the metric alone says. */
  lead?: string;
}

/** Status and number in a sentence, then the value against its target. */
export function MetricSummary(props: MetricSummaryProps) {
  const { metric, lead } = props;
  const language = useLanguage();

  return (
    <Surface>
      <p className={styles.lead}>{lead ?? leadText(metric, language)}</p>
      <div className={styles.summary}>
        <div className={styles.metric}>
          <MetricValue metric={metric} />
          <TargetMeter metric={metric} />
          <TargetLine metric={metric} />
          <div className={styles.quiet}>
            <ChangeLine metric={metric} />
          </div>
        </div>
        <MetricMeaning {...props} />
      </div>
    </Surface>
  );
}

function MetricMeaning(props: MetricSummaryProps) {
  const { metric, timeZone } = props;
  const language = useLanguage();
  const { t } = language;

  return (
    <div className={styles.meaning}>
      {metric.notes.map(note => (
        <p key={note} className={styles.quiet}>
          {note}
        </p>
      ))}
      <p className={styles.quiet}>{evidenceOf(metric, timeZone, language)}</p>
      <Details summary={t('metric.summary.meaning')}>
        <p className={styles.definition}>{metric.definition.text}</p>
        <p className={styles.quiet}>
          {t('metric.summary.definition', {
            version: String(metric.definition.version),
          })}
        </p>
      </Details>
    </div>
  );
}

function evidenceOf(
  metric: Metric,
  timeZone: string,
  { t, format }: Language,
): string {
  const { asOf, window, coverage } = metric;
  const parts = [
    asOf
      ? t('metric.summary.asOf', { time: format.instant(asOf, timeZone) })
      : t('metric.summary.noData'),
    window && t('metric.summary.window', { days: format.count(window.days) }),
    coverage !== null &&
      t('metric.summary.observed', { share: format.share(coverage) }),
    timeZone,
  ];
  return parts.filter(Boolean).join(' · ');
}
