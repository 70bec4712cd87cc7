import { VisuallyHidden } from '@backstage/ui';
import type { ReactNode } from 'react';
import type { Placed, Team } from './teamTree';
import { useLanguage } from '../format';
import styles from './TeamTree.module.css';

interface TeamNameProps {
  row: Placed<Team>;
  /** Whether the rows stand in another order than that of the tree. */
  sorted: boolean;
  /** Stands for the name, such as a button with it. */
  name?: ReactNode;
  /** What else there is to say of the row. */
  hint?: string;
}

/** Indented below its parents, or, out of the tree, with their names. */
export function TeamName(props: TeamNameProps) {
  const { row, sorted, hint } = props;
  const { t } = useLanguage();

  const { above } = row;
  const { name = row.name } = props;
  const path = above.join(' / ');
  return (
    <div style={{ paddingLeft: sorted ? 0 : `${above.length * 1.25}rem` }}>
      {name}
      {path && sorted && (
        <div className={styles.hint}>{t('common.team.within', { path })}</div>
      )}
      {path && !sorted && (
        <VisuallyHidden> {t('common.team.within', { path })}</VisuallyHidden>
      )}
      {hint && <div className={styles.hint}>{hint}</div>}
    </div>
  );
}
