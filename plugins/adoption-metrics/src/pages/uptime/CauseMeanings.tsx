import {
  incidentCauseIds,
  type UptimeIncidents,
} from 'backstage-plugin-adoption-metrics-common';
import { causeMeanings, causeNames } from './texts';
import styles from './UptimeSections.module.css';

interface CauseMeaningsProps {
  incidents: UptimeIncidents['incidents'];
}

/** What the causes that occur mean, once for all rows. */
export function CauseMeanings(props: CauseMeaningsProps) {
  const occurring = new Set(
    props.incidents.flatMap(({ evidence }) =>
      evidence.map(({ cause }) => cause),
    ),
  );
  return (
    <dl className={styles.meanings} aria-label="What the causes mean">
      {incidentCauseIds
        .filter(cause => occurring.has(cause))
        .map(cause => (
          <div key={cause}>
            <dt>{causeNames[cause]}</dt>
            <dd>{causeMeanings[cause]}</dd>
          </div>
        ))}
    </dl>
  );
}
