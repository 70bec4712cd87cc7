import type { Metric } from 'backstage-plugin-adoption-metrics-common';
import { settingsRouteRef } from '../../routes';
import { ChangeLine } from './ChangeLine';
import { MetricValue } from './MetricValue';
import { TargetLine } from './TargetLine';
import { Surface } from '../Surface';
import { TargetMeter } from './TargetMeter';
import { TextLink } from '../TextLink';
import { usePageLink } from '../usePageLink';
import { useLanguage, type Language } from '../format';
import styles from './MetricPage.module.css';

interface MetricSummaryProps {
  metric: Metric;
  timeZone: string;
}

/** The value against its target beside what the value means. */
export function MetricSummary(props: MetricSummaryProps) {
  const { metric } = props;
  return (
    <Surface>
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

  const link = usePageLink(settingsRouteRef, metric.id);
  return (
    <div className={styles.meaning}>
      <p className={styles.statement}>{metric.statement}</p>
      <h3 className={styles.subtitle}>{t('metric.summary.meaning')}</h3>
      <p className={styles.definition}>{metric.definition.text}</p>
      {metric.notes.map(note => (
        <p key={note} className={styles.quiet}>
          {note}
        </p>
      ))}
      <p className={styles.quiet}>{evidenceOf(metric, timeZone, language)}</p>
      <p className={styles.quiet}>
        <TextLink href={link}>
          {t('metric.summary.definition', {
            version: String(metric.definition.version),
          })}
        </TextLink>
      </p>
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
