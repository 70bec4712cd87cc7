import type { CSSProperties, ReactNode } from 'react';
import styles from './ActiveUsersSections.module.css';

interface ShadedCellProps {
  /** Between 0 and 1. */
  depth: number;
  children: ReactNode;
}

export function ShadedCell(props: ShadedCellProps) {
  const style = { '--depth': props.depth } as CSSProperties;
  return (
    <td className={styles.shaded} style={style}>
      {props.children}
    </td>
  );
}
