import type { ReactNode } from 'react';
import { Choice } from '../Choice';
import { useLanguage } from '../format';
import { Surface } from '../Surface';
import styles from './PageControls.module.css';
import { rangeIds, useRange, type RangeId } from './useRange';

interface PageControlsProps {
  /** The range where the address names none. */
  usual?: RangeId;
  /** What else may be chosen for the whole page. */
  children?: ReactNode;
  /** What the page is narrowed to. */
  filters?: ReactNode;
}

/** What applies to all that follows on a page: its date range and filters. */
export function PageControls(props: PageControlsProps) {
  const { usual, children, filters } = props;
  const { t } = useLanguage();

  const { range, choose } = useRange(usual);
  return (
    <div className={styles.sticky}>
      <Surface>
        <div
          className={styles.controls}
          role="group"
          aria-label={t('history.range.controls')}
        >
          <ControlLabel>{t('history.range.label')}</ControlLabel>
          <Choice
            label={t('history.range.label')}
            options={rangeIds.map(
              each => [each, t(`history.range.${each}`)] as const,
            )}
            chosen={range}
            onChoose={choose}
          />
          {children}
          {filters}
        </div>
      </Surface>
    </div>
  );
}

/** Stands before a choice, which has the same words as its name. */
export function ControlLabel(props: { children: ReactNode }) {
  return (
    <span className={styles.label} aria-hidden>
      {props.children}
    </span>
  );
}
