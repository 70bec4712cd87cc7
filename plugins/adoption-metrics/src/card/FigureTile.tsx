import { useRouteRef } from '@backstage/frontend-plugin-api';
import type { Figure } from 'backstage-plugin-adoption-metrics-common';
import { figureRouteRefs } from '../routes';
import { Sparkline } from '../ui/metric/Sparkline';
import { TargetMeter } from '../ui/metric/TargetMeter';
import { TextLink } from '../ui/TextLink';
import { ChangeLine } from '../ui/metric/ChangeLine';
import { FigureValue } from '../ui/metric/FigureValue';
import { TargetLine } from '../ui/metric/TargetLine';
import styles from './FigureTile.module.css';

/** One figure of the scorecard: value, target, verdict and trend. */
export function FigureTile(props: { figure: Figure }) {
  const { figure } = props;
  const link = useRouteRef(figureRouteRefs[figure.metric]);
  return (
    <article className={styles.tile} aria-label={figure.name}>
      <h3 className={styles.name}>
        <TextLink href={link?.()} variant="plain">
          {figure.name}
        </TextLink>
      </h3>
      <FigureValue figure={figure} />
      <TargetMeter figure={figure} />
      <TargetLine figure={figure} />
      <Sparkline figure={figure} />
      <FigureTrend figure={figure} />
    </article>
  );
}

/** What changed or, without a verdict, why not; then what not to miss. */
function FigureTrend(props: { figure: Figure }) {
  const { figure } = props;
  const note = figure.notes[0];
  return (
    <div className={styles.trend}>
      <ChangeLine figure={figure} />
      {figure.status === 'undecided' && <p>{figure.statement}</p>}
      {note && (
        <p className={styles.note} title={note}>
          {note}
        </p>
      )}
    </div>
  );
}
