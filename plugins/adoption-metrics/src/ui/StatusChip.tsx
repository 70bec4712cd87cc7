import { RiCheckLine, RiCloseLine, RiSubtractLine } from '@remixicon/react';
import type {
  MetricStatus,
  MetricId,
} from 'backstage-plugin-adoption-metrics-common';
import type { ReactElement, ReactNode } from 'react';
import { statusText, useScorecardLanguage } from './format';
import styles from './StatusChip.module.css';

export type ChipTone =
  | 'positive'
  | 'negative'
  | 'warning'
  | 'announcement'
  | 'neutral';

interface ChipProps {
  tone: ChipTone;
  icon?: ReactElement;
  children: ReactNode;
}

const looks: Record<MetricStatus, { tone: ChipTone; icon: ReactElement }> = {
  met: { tone: 'positive', icon: <RiCheckLine aria-hidden /> },
  missed: { tone: 'negative', icon: <RiCloseLine aria-hidden /> },
  undecided: { tone: 'neutral', icon: <RiSubtractLine aria-hidden /> },
};

export function Chip(props: ChipProps) {
  const { tone, icon, children } = props;
  return (
    <span className={`${styles.chip} ${styles[tone]}`}>
      {icon}
      <span>{children}</span>
    </span>
  );
}

/** The verdict on a metric as icon and word, so that color is not needed. */
export function StatusChip(props: { id: MetricId; status: MetricStatus }) {
  const language = useScorecardLanguage();

  // A newer backend may know more.
  const { tone, icon } = looks[props.status] ?? looks.undecided;
  return (
    <Chip tone={tone} icon={icon}>
      {statusText(props, language)}
    </Chip>
  );
}
