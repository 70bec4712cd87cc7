import type { DeadlineReport } from 'backstage-plugin-adoption-metrics-common';
import { useState } from 'react';
import { useAnswer } from '../../api';
import { Choice } from '../../ui/Choice';
import { DeadlineChip } from '../../ui/deadline/DeadlineChip';
import { ForecastDrawing } from '../../ui/deadline/ForecastDrawing';
import drawing from '../../ui/deadline/ForecastDrawing.module.css';
import { Section } from '../../ui/Section';
import { comparisonsOf } from './comparisons';
import { useLanguage } from '../../ui/format';
import styles from '../../ui/layout.module.css';

const NOTHING = 'none';

/** How it stands in one sentence, and the chart behind it. */
export function OutlookSection(props: { report: DeadlineReport }) {
  const { report } = props;
  const language = useLanguage();
  const { t } = language;

  const { state, sentence, suggestion } = report;
  const [chosenId, setChosenId] = useState<string>(NOTHING);
  const { value: published } = useAnswer('GET /decision/plans');
  const comparisons = comparisonsOf(
    report.straightLine,
    published?.plans ?? [],
    language,
  );
  const comparison = comparisons.find(({ id }) => id === chosenId);
  return (
    <Section
      title={
        report.deadline
          ? t('deadline.forecast.title')
          : t('deadline.forecast.titleWithoutDeadline')
      }
      actions={state && <DeadlineChip state={state} />}
    >
      <div className={styles.stack}>
        <p className={styles.lead} aria-live="polite">
          {suggestion ?? sentence}
        </p>
        <ForecastDrawing
          report={report}
          plan={comparison}
          className={drawing.large}
        />
        {comparisons.length > 0 && report.history.length > 0 && (
          <Choice
            label={t('deadline.forecast.compareWith')}
            options={[
              [NOTHING, t('deadline.forecast.noComparison')],
              ...comparisons.map(({ id, title }) => [id, title] as const),
            ]}
            chosen={chosenId}
            onChoose={setChosenId}
          />
        )}
        {comparison?.sentence && (
          <p className={styles.quiet}>{comparison.sentence}</p>
        )}
        {published?.launchedOn === null && report.history.length > 0 && (
          <p className={styles.quiet}>
            {t('deadline.forecast.launchNeeded', {
              key: <code>adoptionMetrics.launchedOn</code>,
            })}
          </p>
        )}
        {report.latest?.forecast && <Legend />}
        <Current report={report} />
      </div>
    </Section>
  );
}

function Legend() {
  const { t } = useLanguage();

  return <p className={styles.quiet}>{t('deadline.forecast.legend')}</p>;
}

function Current(props: { report: DeadlineReport }) {
  const { current, reference } = props.report;
  const { t, format } = useLanguage();

  const { share, active, developers, day, band } = current;
  if (share === null || day === null || band === null) {
    return <p className={styles.quiet}>{t('deadline.forecast.noWeek')}</p>;
  }
  return (
    <p className={styles.quiet}>
      {t('deadline.forecast.current', {
        share: format.share(share),
        active: format.countOrUnknown(active),
        developers: format.countOrUnknown(developers),
        day: format.date(day),
        band: t(`deadline.forecast.band.${band}`),
        reference: format.share(reference.share),
        referenceLabel: reference.label,
      })}
    </p>
  );
}
