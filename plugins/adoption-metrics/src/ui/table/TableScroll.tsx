import type { ReactNode } from 'react';
import styles from './DataTable.module.css';

interface TableScrollProps {
  name: string;
  /** Whether the table may have any number of rows. */
  endless?: boolean;
  children: ReactNode;
}

/** Room for a table that may be wider or higher than its card. */
export function TableScroll(props: TableScrollProps) {
  const limited = props.endless ? styles.limited : '';
  return (
    <div
      className={`${styles.scroll} ${limited}`}
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
