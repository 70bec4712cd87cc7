import type { CSSProperties } from 'react';
import type { ColumnLayer } from './columnData';
import styles from './Chart.module.css';

export interface LegendKey {
  label: string;
  mark: 'line' | 'dots' | 'dashes' | 'block';
  /** By default that of a single line. */
  color?: string;
}

export function Legend(props: { keys: LegendKey[] }) {
  return (
    <ul className={styles.legend}>
      {props.keys.map(({ label, mark, color }) => (
        <li key={label}>
          <span
            className={`${styles.key} ${styles[mark]}`}
            style={{ '--key-color': color } as CSSProperties}
            aria-hidden
          />
          {label}
        </li>
      ))}
    </ul>
  );
}

export function layerKeys(layers: ColumnLayer[]): LegendKey[] {
  return layers.map(({ label, color }) => ({ label, color, mark: 'block' }));
}
