import {
  incidentCauseIds,
  type UptimeIncidents,
} from 'backstage-plugin-adoption-metrics-common';
import { useLanguage } from '../../ui/format';
import styles from './UptimeSections.module.css';

interface CauseMeaningsProps {
  incidents: UptimeIncidents['incidents'];
}

/** What the causes that occur mean, once for all rows. */
export function CauseMeanings(props: CauseMeaningsProps) {
  const { t } = useLanguage();

  const occurring = new Set(
    props.incidents.flatMap(({ evidence }) =>
      evidence.map(({ cause }) => cause),
    ),
  );
  return (
    <dl className={styles.meanings} aria-label={t('uptime.incidents.causes')}>
      {incidentCauseIds
        .filter(cause => occurring.has(cause))
        .map(cause => (
          <div key={cause}>
            <dt>{t(`uptime.cause.${cause}`)}</dt>
            <dd>{t(`uptime.causeMeaning.${cause}`)}</dd>
          </div>
        ))}
    </dl>
  );
}
