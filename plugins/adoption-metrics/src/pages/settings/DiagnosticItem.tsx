import {
  RiCheckLine,
  RiCloseLine,
  RiErrorWarningLine,
  RiQuestionLine,
} from '@remixicon/react';
import type { Diagnostic } from 'backstage-plugin-adoption-metrics-common';
import type { ReactElement } from 'react';
import { formatDuration } from '../../ui/format';
import { Chip, type ChipTone } from '../../ui/StatusChip';
import styles from './DiagnosticsPage.module.css';

interface StatusLook {
  word: string;
  tone: ChipTone;
  icon: ReactElement;
}

const looks: Record<Diagnostic['status'], StatusLook> = {
  ok: { word: 'in order', tone: 'positive', icon: <RiCheckLine aria-hidden /> },
  warning: {
    word: 'warning',
    tone: 'warning',
    icon: <RiErrorWarningLine aria-hidden />,
  },
  problem: {
    word: 'problem',
    tone: 'negative',
    icon: <RiCloseLine aria-hidden />,
  },
  unknown: {
    word: 'unknown',
    tone: 'neutral',
    icon: <RiQuestionLine aria-hidden />,
  },
};

interface DiagnosticItemProps {
  diagnostic: Diagnostic;
  computedAt: string;
}

export function DiagnosticItem(props: DiagnosticItemProps) {
  const { diagnostic, computedAt } = props;
  const { label, status, detail, fix, at } = diagnostic;
  const { word, tone, icon } = looks[status];
  return (
    <li className={styles.check}>
      <div>
        <Chip tone={tone} icon={icon}>
          {word}
        </Chip>
      </div>
      <div>
        <h3 className={styles.label}>{label}</h3>
        <p className={styles.detail}>{detail}</p>
        {fix && status !== 'ok' && (
          <p className={styles.fix}>
            <span className={styles.fixTitle}>What to do:</span> {fix}
          </p>
        )}
      </div>
      <div className={styles.seen}>{at && `${ageOf(at, computedAt)} ago`}</div>
    </li>
  );
}

function ageOf(at: string, computedAt: string): string {
  const milliseconds = Date.parse(computedAt) - Date.parse(at);
  return formatDuration(Math.max(0, milliseconds / 1000));
}
