import { useState, type ReactNode } from 'react';
import styles from './Details.module.css';

interface DetailsProps {
  summary: string;
  /** Says more than what is seen, where the same summary stands repeatedly. */
  label?: string;
  /** A function is called once it is opened, and not before. */
  children: ReactNode | (() => ReactNode);
}

/** Details that most readers can do without. */
export function Details(props: DetailsProps) {
  const { summary, label, children } = props;
  const [wasOpened, setWasOpened] = useState(false);
  const isLazy = typeof children === 'function';
  return (
    <details
      className={styles.details}
      onToggle={event => event.currentTarget.open && setWasOpened(true)}
    >
      <summary aria-label={label && `${summary}: ${label}`}>{summary}</summary>
      {isLazy ? wasOpened && <div>{children()}</div> : <div>{children}</div>}
    </details>
  );
}
