import type { ProgrammeReport } from 'backstage-plugin-adoption-metrics-common';
import { useState } from 'react';
import { formatDate, formatShare } from '../../format';
import { Choice } from '../Choice';
import { DeadlineChip, ForecastDrawing, type Plan } from '../Deadline';
import drawing from '../Deadline/Deadline.module.css';
import { Section } from '../Section';
import styles from './ProgrammePage.module.css';

const NO_PLAN = 'none';

const bands = {
  stalled: 'no more than most portals reach',
  climbing: 'above what most portals reach, and below the goal',
  met: 'at the goal',
};

/** How it stands in one sentence, and the chart behind it. */
export function OutlookSection(props: { report: ProgrammeReport }) {
  const { report } = props;
  const { state, sentence, suggestion } = report;
  const [planId, setPlanId] = useState<string>(NO_PLAN);
  const plan = report.plans.find(({ id }) => id === planId);
  return (
    <Section
      title={report.programme ? 'Will it be reached?' : 'Where adoption stands'}
      actions={state && <DeadlineChip state={state} />}
    >
      <div className={styles.stack}>
        <p className={styles.lead} aria-live="polite">
          {suggestion ?? sentence}
        </p>
        <ForecastDrawing
          report={report}
          plan={plan}
          className={drawing.large}
        />
        {report.plans.length > 0 && report.history.length > 0 && (
          <Choice
            label="Plan to compare with"
            options={[
              [NO_PLAN, 'No plan'],
              ...report.plans.map(
                ({ id, title }) => [id, `30% in ${title}`] as const,
              ),
            ]}
            chosen={planId}
            onChoose={setPlanId}
          />
        )}
        {plan && <PlanStanding plan={plan} />}
        {report.plans.length === 0 && report.history.length > 0 && (
          <p className={styles.quiet}>
            Published plans count from the launch of a portal. Say when that was
            with <code>adoptionMetrics.launchedOn</code> to compare with them.
          </p>
        )}
        {report.latest?.forecast && <Legend />}
        <Standing report={report} />
      </div>
    </Section>
  );
}

function PlanStanding(props: { plan: Plan }) {
  const { milestones, expected, monthsAhead } = props.plan;
  const { day } = milestones[milestones.length - 1];
  if (expected === null || monthsAhead === null) {
    return null;
  }
  return (
    <p className={styles.quiet}>
      Counted from the launch on {formatDate(milestones[0].day)}, this plan
      reaches 30% on {formatDate(day)} and would have {formatShare(expected)} by
      now: {describeAhead(monthsAhead)}.
    </p>
  );
}

function describeAhead(months: number): string {
  const count = Math.abs(months).toFixed(1);
  if (count === '0.0') {
    return 'the portal is where it plans to be';
  }
  const word = months > 0 ? 'ahead of' : 'behind';
  return `the portal is ${count} months ${word} it`;
}

function Legend() {
  return (
    <p className={styles.quiet}>
      The line is what was measured at the end of each closed week, the dots the
      middle of what may come, the area where 80 of 100 futures end. A late
      surge cannot be told from a standstill.
    </p>
  );
}

function Standing(props: { report: ProgrammeReport }) {
  const { standing, reference } = props.report;
  const { share, active, developers, day, band } = standing;
  if (share === null || day === null || band === null) {
    return (
      <p className={styles.quiet}>
        No closed week has a complete figure of active users yet.
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
