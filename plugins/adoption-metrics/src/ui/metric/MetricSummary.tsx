import type {
  Metric,
  MetricDetail,
} from 'backstage-plugin-adoption-metrics-common';
import { ChangeLine } from './ChangeLine';
import { leadText } from './leadText';
import { MetricValue } from './MetricValue';
import { TargetLine } from './TargetLine';
import { Details } from '../Details';
import { PageVerdict } from '../PageVerdict';
import { SampleHistoryNotice } from '../SampleHistoryNotice';
import { Surface } from '../Surface';
import { TargetMeter } from './TargetMeter';
import { notesOf, useLanguage, wordsOf, type Language } from '../format';
import styles from './MetricPage.module.css';

interface MetricSummaryProps {
  detail: MetricDetail;
  /** Instead of what the metric alone says. */
  lead?: string;
}

/**
 * What the page of a metric says first: status and number in a sentence, then
 * the value against its target.
 */
export function MetricSummary(props: MetricSummaryProps) {
  const { detail, lead } = props;
  const language = useLanguage();

  const { metric, timeZone, sampleHistory } = detail;
  return (
    <>
      <PageVerdict
        title={language.t(`metric.name.${metric.id}`)}
        moment={evidenceOf(metric, timeZone, language)}
      >
        {lead ?? leadText(metric, language)}
      </PageVerdict>
      <SampleHistoryNotice sampleHistory={sampleHistory} rounded />
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
          <MetricMeaning metric={metric} />
        </div>
      </Surface>
    </>
  );
}

function MetricMeaning(props: { metric: Metric }) {
  const { metric } = props;
  const language = useLanguage();
  const { t } = language;

  const { definition } = metric;
  return (
    <div className={styles.meaning}>
      {notesOf(metric, language).map(note => (
        <p key={note} className={styles.quiet}>
          {note}
        </p>
      ))}
      <Details summary={t('metric.summary.meaning')}>
        <p className={styles.definition}>
          {wordsOf(definition.wording?.text, definition.text, language)}
        </p>
        <p className={styles.quiet}>
          {t('metric.summary.definition', {
            version: String(definition.version),
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
): string[] {
  const { asOf, window, coverage } = metric;
  if (!asOf) {
    return [];
  }
  return [
    t('metric.summary.asOf', { time: format.instant(asOf, timeZone) }),
    window && t('metric.summary.window', { days: format.count(window.days) }),
    coverage !== null &&
      t('metric.summary.observed', { share: format.share(coverage) }),
    timeZone,
  ].filter(part => part !== null && part !== false);
}
