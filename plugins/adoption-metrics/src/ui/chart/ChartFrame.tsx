import type { ReactNode } from 'react';
import styles from './Chart.module.css';

/** Gives a chart its height and letters. */
export function ChartFrame(props: { children: ReactNode }) {
  return <div className={styles.chart}>{props.children}</div>;
}

/** What is known about the place under the pointer. */
export function TooltipFrame(props: { title: string; children: ReactNode }) {
  return (
    <div className={styles.tooltip}>
      <p>{props.title}</p>
      {props.children}
    </div>
  );
}
