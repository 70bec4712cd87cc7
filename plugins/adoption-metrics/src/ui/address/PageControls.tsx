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
          <Control label={t('history.range.label')}>
            <Choice
              label={t('history.range.label')}
              options={rangeIds.map(
                each => [each, t(`history.range.${each}`)] as const,
              )}
              chosen={range}
              onChoose={choose}
            />
          </Control>
          {children}
          {filters}
        </div>
      </Surface>
    </div>
  );
}

interface ControlProps {
  /** The name of the choice, which screen readers hear from the choice. */
  label: string;
  children: ReactNode;
}

/** A choice with its name before it. */
export function Control(props: ControlProps) {
  return (
    <span className={styles.control}>
      <span className={styles.label} aria-hidden>
        {props.label}
      </span>
      {props.children}
    </span>
  );
}
