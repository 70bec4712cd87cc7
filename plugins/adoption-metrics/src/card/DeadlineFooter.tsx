import { useRouteRef } from '@backstage/frontend-plugin-api';
import type { DeadlineReport } from 'backstage-plugin-adoption-metrics-common';
import type { ReactNode } from 'react';
import { formatDate } from '../ui/format';
import { useDeadline } from '../api/useAdoptionMetrics';
import { deadlineRouteRef } from '../routes';
import { TextLink } from '../ui/TextLink';
import { DeadlineChip } from '../ui/deadline/DeadlineChip';
import { ForecastDrawing } from '../ui/deadline/ForecastDrawing';
import { countDown } from '../ui/deadline/countDown';
import styles from './DeadlineFooter.module.css';

/**
 * What the scorecard says below the four metrics: the deadline, or that it is
 * time to set one. The metrics neither wait for it nor fail with it.
 */
export function DeadlineFooter() {
  const { value } = useDeadline();
  if (!value || (!value.deadline && !value.suggestion)) {
    return null;
  }
  return value.deadline ? (
    <Running report={value} />
  ) : (
    <Frame date={<span className={styles.left}>No deadline</span>}>
      <p>{value.suggestion}</p>
      <MoreLink>Set a deadline</MoreLink>
    </Frame>
  );
}

function Running(props: { report: DeadlineReport }) {
  const { report } = props;
  const { deadline, state, sentence, daysLeft } = report;
  const date = (
    <>
      <span className={styles.label}>
        Deadline {formatDate(deadline!.date)}
      </span>
      <span className={styles.left}>{countDown(daysLeft!)}</span>
      <DeadlineChip state={state!} />
    </>
  );
  return (
    <Frame
      date={date}
      drawing={<ForecastDrawing report={report} className={styles.drawing} />}
    >
      <p>{sentence}</p>
      {isOpen(report) && report.channels.length === 0 && (
        <p className={styles.label}>Nobody is notified when this changes.</p>
      )}
      <MoreLink>{questionOf(report)}</MoreLink>
    </Frame>
  );
}

function isOpen({ state }: DeadlineReport): boolean {
  return state !== 'achieved' && state !== 'missed';
}

function questionOf(report: DeadlineReport): string {
  if (report.state === 'missed' && !report.decision) {
    return 'Decide how to go on';
  }
  return isOpen(report)
    ? 'What would change this?'
    : 'How did it come to this?';
}

function Frame(props: {
  date: ReactNode;
  drawing?: ReactNode;
  children: ReactNode;
}) {
  return (
    <footer className={styles.footer} aria-label="Deadline">
      <div className={styles.date}>{props.date}</div>
      <div className={styles.words}>{props.children}</div>
      {props.drawing}
    </footer>
  );
}

function MoreLink(props: { children: ReactNode }) {
  const page = useRouteRef(deadlineRouteRef);
  return <TextLink href={page?.()}>{props.children}</TextLink>;
}
