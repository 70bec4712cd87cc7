import {
  RiCheckLine,
  RiCloseLine,
  RiErrorWarningLine,
  RiQuestionLine,
} from '@remixicon/react';
import type { Diagnostic } from 'backstage-plugin-adoption-metrics-common';
import type { ReactElement } from 'react';
import { Chip, type ChipTone } from '../../ui/StatusChip';
import { useLanguage } from '../../ui/format';
import styles from './DataHealthSection.module.css';

interface StatusLook {
  tone: ChipTone;
  icon: ReactElement;
}

const looks: Record<Diagnostic['status'], StatusLook> = {
  ok: { tone: 'positive', icon: <RiCheckLine aria-hidden /> },
  warning: { tone: 'warning', icon: <RiErrorWarningLine aria-hidden /> },
  problem: { tone: 'negative', icon: <RiCloseLine aria-hidden /> },
  unknown: { tone: 'neutral', icon: <RiQuestionLine aria-hidden /> },
};

interface DiagnosticItemProps {
  diagnostic: Diagnostic;
  computedAt: string;
}

export function DiagnosticItem(props: DiagnosticItemProps) {
  const { diagnostic, computedAt } = props;
  const { t, format } = useLanguage();

  const { label, status, detail, fix, at } = diagnostic;
  const { tone, icon } = looks[status];
  return (
    <li className={styles.check}>
      <div>
        <Chip tone={tone} icon={icon}>
          {t(`settings.diagnostics.status.${status}`)}
        </Chip>
      </div>
      <div>
        <h4 className={styles.label}>{label}</h4>
        <p className={styles.detail}>{detail}</p>
        {fix && status !== 'ok' && (
          <p className={styles.fix}>
            <span className={styles.fixTitle}>
              {t('settings.diagnostics.fix')}
            </span>{' '}
            {fix}
          </p>
        )}
      </div>
      <div className={styles.seen}>
        {at &&
          t('settings.diagnostics.ago', {
            duration: format.duration(ageOf(at, computedAt)),
          })}
      </div>
    </li>
  );
}

/** In seconds. */
function ageOf(at: string, computedAt: string): number {
  return Math.max(0, (Date.parse(computedAt) - Date.parse(at)) / 1000);
}
