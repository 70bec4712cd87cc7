import type { DeadlineReport } from 'backstage-plugin-adoption-metrics-common';
import { useState } from 'react';
import { useAnswer } from '../../api';
import { Choice } from '../../ui/Choice';
import { DeadlineChip } from '../../ui/deadline/DeadlineChip';
import { ForecastDrawing } from '../../ui/deadline/ForecastDrawing';
import drawing from '../../ui/deadline/ForecastDrawing.module.css';
import { NoDeadline } from '../../ui/deadline/NoDeadline';
import { useLanguage } from '../../ui/format';
import styles from '../../ui/layout.module.css';
import { Section } from '../../ui/Section';
import { comparisonsOf } from './comparisons';
import own from './ForecastSection.module.css';
import { deadlineText } from '../../ui/deadline/deadlineText';
import { WeekDetails } from './WeekDetails';
import { weekFacts } from './weekFacts';

const NOTHING = 'none';

/** How likely the goal is, in one number and a sentence, and the chart of it. */
export function ForecastSection(props: { report: DeadlineReport }) {
  const { report } = props;
  const language = useLanguage();
  const { t } = language;

  const { deadline, state, latest } = report;
  return (
    <Section
      title={t(`deadline.forecast.${titleOf(report)}`)}
      actions={state && <DeadlineChip state={state} />}
    >
      <div className={styles.stack}>
        {latest && (
          <dl className={own.facts}>
            {weekFacts(latest, language).map(([label, value]) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        )}
        {deadline ? (
          <p className={styles.text}>{deadlineText(report, language)}</p>
        ) : (
          <NoDeadline stuck={report.stuck} isSaid />
        )}
        <ComparedDrawing report={report} />
        <WeekDetails report={report} />
      </div>
    </Section>
  );
}

function titleOf({ deadline, state }: DeadlineReport) {
  if (!deadline) {
    return 'titleWithoutDeadline';
  }
  return state === 'missed' || state === 'achieved' ? 'titleOver' : 'title';
}

/** The chart, beside the linear target or a published plan if asked for. */
function ComparedDrawing(props: { report: DeadlineReport }) {
  const { report } = props;
  const language = useLanguage();
  const { t } = language;

  const [chosenId, setChosenId] = useState<string>(NOTHING);
  const { value: published } = useAnswer('GET /decision/plans');
  const comparisons = comparisonsOf(
    report.straightLine,
    published?.plans ?? [],
    language,
  );
  const comparison = comparisons.find(({ id }) => id === chosenId);
  const hasHistory = report.history.length > 0;
  return (
    <>
      <ForecastDrawing
        report={report}
        plan={comparison}
        className={drawing.large}
        withAxis
      />
      {report.latest?.forecast && (
        <p className={styles.quiet}>{t('deadline.forecast.legend')}</p>
      )}
      {comparisons.length > 0 && hasHistory && (
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
        <p className={styles.quiet} aria-live="polite">
          {comparison.sentence}
        </p>
      )}
      {published?.launchedOn === null && hasHistory && (
        <p className={styles.quiet}>
          {t('deadline.forecast.launchNeeded', {
            key: <code>adoptionMetrics.launchedOn</code>,
          })}
        </p>
      )}
    </>
  );
}
