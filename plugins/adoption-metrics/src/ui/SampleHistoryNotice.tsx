import { RiFlaskLine } from '@remixicon/react';
import type { Scorecard } from 'backstage-plugin-adoption-metrics-common';
import { addDays, useLanguage } from './format';
import styles from './SampleHistoryNotice.module.css';

interface SampleHistoryNoticeProps {
  sampleHistory: Scorecard['sampleHistory'];
  /** Rounded corners, where the notice stands alone. */
  rounded?: boolean;
}

/** Says that part of what is shown was invented, and for which days. */
export function SampleHistoryNotice(props: SampleHistoryNoticeProps) {
  const { sampleHistory, rounded } = props;
  const { t, format } = useLanguage();

  if (!sampleHistory) {
    return null;
  }
  const { label, from, to } = sampleHistory;
  return (
    <p className={`${styles.notice} ${rounded ? styles.rounded : ''}`}>
      <RiFlaskLine aria-hidden />
      <strong>{t('common.demoData')}</strong>{' '}
      {t('common.demoDataOf', {
        label,
        period: format.period(from, addDays(to, 1)),
      })}
    </p>
  );
}
