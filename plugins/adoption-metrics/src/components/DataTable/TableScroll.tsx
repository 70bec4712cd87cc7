import type { ReactNode } from 'react';
import styles from './DataTable.module.css';

/** Room for a table that may be wider or higher than its card. */
export function TableScroll(props: { name: string; children: ReactNode }) {
  return (
    <div
      className={styles.scroll}
      role="region"
      aria-label={props.name}
      // Scrolling by keyboard needs a focusable element.
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
    >
      {props.children}
    </div>
  );
}
