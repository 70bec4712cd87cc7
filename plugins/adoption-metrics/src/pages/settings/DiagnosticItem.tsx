import {
  RiCheckLine,
  RiCloseLine,
  RiErrorWarningLine,
  RiQuestionLine,
} from '@remixicon/react';
import type { Diagnostic } from 'backstage-plugin-adoption-metrics-common';
import type { ReactElement } from 'react';
import { Chip, type ChipTone } from '../../ui/StatusChip';
import { useLanguage, wordsOf } from '../../ui/format';
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
  const language = useLanguage();
  const { t, format } = language;

  const { status, fix, at, wording } = diagnostic;
  const { tone, icon } = looks[status];
  return (
    <li className={styles.check}>
      <div>
        <Chip tone={tone} icon={icon}>
          {t(`settings.diagnostics.status.${status}`)}
        </Chip>
      </div>
      <div>
        <h4 className={styles.label}>
          {wordsOf(wording?.label, diagnostic.label, language)}
        </h4>
        <p className={styles.detail}>
          {wordsOf(wording?.detail, diagnostic.detail, language)}
        </p>
        {fix && status !== 'ok' && (
          <p className={styles.fix}>
            <span className={styles.fixTitle}>
              {t('settings.diagnostics.fix')}
            </span>{' '}
            {wordsOf(wording?.fix, fix, language)}
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
