import { useRouteRef } from '@backstage/frontend-plugin-api';
import type { Figure } from 'backstage-plugin-adoption-metrics-common';
import { figureRouteRefs } from '../../routes';
import { ChangeLine } from '../../ui/metric/ChangeLine';
import { FigureValue } from '../../ui/metric/FigureValue';
import { TargetLine } from '../../ui/metric/TargetLine';
import { Sparkline } from '../../ui/metric/Sparkline';
import { Surface } from '../../ui/Surface';
import { TargetMeter } from '../../ui/metric/TargetMeter';
import { TextLink } from '../../ui/TextLink';
import styles from './OverviewPage.module.css';

/** One figure of the overview, with its verdict in a sentence. */
export function FigurePanel(props: { figure: Figure }) {
  const { figure } = props;
  const link = useRouteRef(figureRouteRefs[figure.metric])?.();
  return (
    <Surface>
      <article className={styles.figure} aria-label={figure.name}>
        <h3 className={styles.name}>{figure.name}</h3>
        <div className={styles.value}>
          <FigureValue figure={figure} />
          <TargetMeter figure={figure} />
          <TargetLine figure={figure} />
        </div>
        <p className={styles.statement}>{figure.statement}</p>
        <Sparkline figure={figure} />
        <div className={styles.notes}>
          <ChangeLine figure={figure} />
          {figure.notes.map(note => (
            <p key={note}>{note}</p>
          ))}
        </div>
        <span className={styles.more}>
          <TextLink href={link}>History and breakdown</TextLink>
        </span>
      </article>
    </Surface>
  );
}
