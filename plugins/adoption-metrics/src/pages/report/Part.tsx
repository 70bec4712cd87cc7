import { useId, type ReactNode } from 'react';
import styles from './ReportPage.module.css';

interface PartProps {
  title: string;
  chip?: ReactNode;
  children: ReactNode;
}

/** A titled part of the report. */
export function Part(props: PartProps) {
  const { title, chip, children } = props;
  const titleId = useId();
  return (
    <section className={styles.part} aria-labelledby={titleId}>
      <div className={styles.heading}>
        <h3 id={titleId}>{title}</h3>
        {chip}
      </div>
      {children}
    </section>
  );
}
