import type { Figure } from 'backstage-plugin-adoption-metrics-common';
import { spokenFigureOf } from '../format';
import { meterScale, positionOn } from './meterScale';
import styles from './TargetMeter.module.css';

/** How far a figure is from its target. Empty while the value is unknown. */
export function TargetMeter(props: { figure: Figure }) {
  const { figure } = props;
  const { value, target } = figure;
  const scale = meterScale(value, target);
  const spoken = spokenFigureOf(figure);
  const semantics =
    value === null
      ? { role: 'img', 'aria-label': `${figure.name}: ${spoken}` }
      : {
          role: 'meter',
          'aria-label': figure.name,
          'aria-valuemin': scale.min,
          'aria-valuemax': scale.max,
          'aria-valuenow': value,
          'aria-valuetext': spoken,
        };
  return (
    <div className={styles.meter} {...semantics}>
      {value !== null && (
        <span
          className={`${styles.fill} ${styles[figure.status] ?? ''}`}
          style={{ width: percent(positionOn(scale, value)) }}
        />
      )}
      <span
        className={styles.mark}
        style={{ left: percent(positionOn(scale, target.value)) }}
      />
    </div>
  );
}

function percent(position: number): string {
  return `${(position * 100).toFixed(2)}%`;
}
