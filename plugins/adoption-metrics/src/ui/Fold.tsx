import { useState, type ReactNode } from 'react';
import styles from './Fold.module.css';

interface FoldProps {
  summary: string;
  /** Says more than what is seen, where the same summary stands repeatedly. */
  label?: string;
  /** Whether it is open at first. */
  isOpen?: boolean;
  /** A function is called once it is opened, and not before. */
  children: ReactNode | (() => ReactNode);
}

/** Details that most readers can do without. */
export function Fold(props: FoldProps) {
  const { summary, label, isOpen = false, children } = props;
  const [wasOpened, setWasOpened] = useState(isOpen);
  const isLazy = typeof children === 'function';
  return (
    <details
      className={styles.fold}
      open={isOpen}
      onToggle={event => event.currentTarget.open && setWasOpened(true)}
    >
      <summary aria-label={label}>{summary}</summary>
      {isLazy ? wasOpened && <div>{children()}</div> : <div>{children}</div>}
    </details>
  );
}
