import { RiFlaskLine } from '@remixicon/react';
import type { Scorecard } from 'backstage-plugin-adoption-metrics-common';
import { formatDate } from './format';
import styles from './SampleHistoryNotice.module.css';

interface SampleHistoryNoticeProps {
  sampleHistory: Scorecard['sampleHistory'];
  /** Rounded corners, where the notice stands alone. */
  rounded?: boolean;
}

/** Says that part of what is shown was invented, and for which days. */
export function SampleHistoryNotice(props: SampleHistoryNoticeProps) {
  const { sampleHistory, rounded } = props;
  if (!sampleHistory) {
    return null;
  }
  const { label, from, to } = sampleHistory;
  return (
    <p className={`${styles.notice} ${rounded ? styles.rounded : ''}`}>
      <RiFlaskLine aria-hidden />
      <strong>Sample history</strong> {label} · {formatDate(from)} to{' '}
      {formatDate(to)}
    </p>
  );
}
