import { useRouteRef } from '@backstage/frontend-plugin-api';
import type { Figure } from 'backstage-plugin-adoption-metrics-common';
import { formatInstant, formatShare } from '../format';
import { definitionsRouteRef } from '../../routes';
import { ChangeLine } from './ChangeLine';
import { FigureValue } from './FigureValue';
import { TargetLine } from './TargetLine';
import { Surface } from '../Surface';
import { TargetMeter } from './TargetMeter';
import { TextLink } from '../TextLink';
import styles from './FigurePage.module.css';

interface FigureSummaryProps {
  figure: Figure;
  timeZone: string;
}

/** The value against its target beside what the value means. */
export function FigureSummary(props: FigureSummaryProps) {
  const { figure } = props;
  return (
    <Surface>
      <div className={styles.summary}>
        <div className={styles.figure}>
          <FigureValue figure={figure} />
          <TargetMeter figure={figure} />
          <TargetLine figure={figure} />
          <div className={styles.quiet}>
            <ChangeLine figure={figure} />
          </div>
        </div>
        <FigureMeaning {...props} />
      </div>
    </Surface>
  );
}

function FigureMeaning(props: FigureSummaryProps) {
  const { figure, timeZone } = props;
  const link = useRouteRef(definitionsRouteRef)?.();
  return (
    <div className={styles.meaning}>
      <p className={styles.statement}>{figure.statement}</p>
      <h3 className={styles.subtitle}>What it means</h3>
      <p className={styles.definition}>{figure.definition.text}</p>
      {figure.notes.map(note => (
        <p key={note} className={styles.quiet}>
          {note}
        </p>
      ))}
      <p className={styles.quiet}>{evidenceOf(figure, timeZone)}</p>
      <p className={styles.quiet}>
        <TextLink href={link && `${link}#${figure.metric}`}>
          Definition, version {figure.definition.version}
        </TextLink>
      </p>
    </div>
  );
}

function evidenceOf(figure: Figure, timeZone: string): string {
  const { asOf, window, coverage } = figure;
  const parts = [
    asOf ? `as of ${formatInstant(asOf, timeZone)}` : 'no evidence yet',
    window && `window of ${window.days} days`,
    coverage !== null && `${formatShare(coverage, 1)} of it observed`,
    timeZone,
  ];
  return parts.filter(Boolean).join(' · ');
}
