import type { DeadlineReport } from 'backstage-plugin-adoption-metrics-common';
import { useState } from 'react';
import { formatDate, formatShare } from '../../ui/format';
import { Choice } from '../../ui/Choice';
import { DeadlineChip } from '../../ui/deadline/DeadlineChip';
import { ForecastDrawing } from '../../ui/deadline/ForecastDrawing';
import drawing from '../../ui/deadline/ForecastDrawing.module.css';
import { Section } from '../../ui/Section';
import { comparisonsOf } from './comparisons';
import styles from '../../ui/layout.module.css';

const NOTHING = 'none';

const bands = {
  stalled: 'no more than most portals reach',
  climbing: 'above what most portals reach, and below the goal',
  met: 'at the goal',
};

/** How it stands in one sentence, and the chart behind it. */
export function OutlookSection(props: { report: DeadlineReport }) {
  const { report } = props;
  const { state, sentence, suggestion } = report;
  const [chosenId, setChosenId] = useState<string>(NOTHING);
  const comparisons = comparisonsOf(report);
  const comparison = comparisons.find(({ id }) => id === chosenId);
  return (
    <Section
      title={report.deadline ? 'Will it be reached?' : 'Where adoption stands'}
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
            label="Compare with"
            options={[
              [NOTHING, 'Nothing'],
              ...comparisons.map(({ id, title }) => [id, title] as const),
            ]}
            chosen={chosenId}
            onChoose={setChosenId}
          />
        )}
        {comparison?.sentence && (
          <p className={styles.quiet}>{comparison.sentence}</p>
        )}
        {report.plans.length === 0 && report.history.length > 0 && (
          <p className={styles.quiet}>
            Published plans count from the launch of a portal. Say when that was
            with <code>adoptionMetrics.launchedOn</code> to compare with them.
          </p>
        )}
        {report.latest?.forecast && <Legend />}
        <Current report={report} />
      </div>
    </Section>
  );
}

function Legend() {
  return (
    <p className={styles.quiet}>
      The line is what was measured at the end of each closed week, the dots the
      middle of what may come, the area where 80 of 100 futures end. A late
      surge cannot be distinguished from a standstill.
    </p>
  );
}

function Current(props: { report: DeadlineReport }) {
  const { current, reference } = props.report;
  const { share, active, developers, day, band } = current;
  if (share === null || day === null || band === null) {
    return (
      <p className={styles.quiet}>
        No closed week has a complete value of active users yet.
      </p>
    );
  }
  return (
    <p className={styles.quiet}>
      {formatShare(share, 1)} ({active} of {developers}) on {formatDate(day)}:{' '}
      {bands[band]}. For comparison: {formatShare(reference.share)}, an{' '}
      {reference.label}.
    </p>
  );
}
