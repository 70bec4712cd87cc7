import { RiArrowRightSLine } from '@remixicon/react';
import { useState, type ReactNode } from 'react';
import { Surface } from './Surface';
import styles from './Fold.module.css';

interface FoldProps {
  title: string;
  /** What is to be found inside, so that nobody has to open it to know. */
  hint?: string;
  /** Anchors inside: an address that names one opens the fold. */
  anchors?: string[];
  children: ReactNode;
}

/** Details for those who look for them; nothing is loaded before they do. */
export function Fold(props: FoldProps) {
  const { title, hint, anchors = [], children } = props;
  const [open, setOpen] = useState(() =>
    anchors.includes(window.location.hash.slice(1)),
  );
  return (
    <details
      className={styles.fold}
      open={open}
      onToggle={event => setOpen(event.currentTarget.open)}
    >
      <summary
        className={styles.summary}
        onClick={event => {
          event.preventDefault();
          setOpen(!open);
        }}
      >
        <Surface className={styles.surface}>
          <RiArrowRightSLine aria-hidden className={styles.arrow} />
          <span className={styles.title}>{title}</span>
          {hint && <span className={styles.hint}>{hint}</span>}
        </Surface>
      </summary>
      {open && <div className={styles.content}>{children}</div>}
    </details>
  );
}
