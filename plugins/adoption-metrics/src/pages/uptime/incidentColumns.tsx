import type { UptimeIncidents } from 'backstage-plugin-adoption-metrics-common';
import type { Column } from '../../ui/table';
import { PersonName } from '../../ui/PersonName';
import { Chip } from '../../ui/StatusChip';
import { componentName } from './texts';
import { useLanguage, type Language } from '../../ui/format';
import styles from './UptimeSections.module.css';

export type Incident = UptimeIncidents['incidents'][number];

export function incidentColumns(
  timeZone: string,
  { t, format }: Language,
): Array<Column<Incident>> {
  return [
    {
      id: 'start',
      label: t('uptime.incidents.start', { timeZone }),
      cell: ({ from }) => (
        <span className={styles.unbroken}>
          {format.instant(from, timeZone)}
        </span>
      ),
    },
    {
      id: 'duration',
      label: t('uptime.incidents.duration'),
      numeric: true,
      cell: incident => <Duration incident={incident} />,
    },
    {
      id: 'cause',
      label: t('uptime.incidents.cause'),
      cell: incident => <Cause incident={incident} />,
    },
    {
      id: 'components',
      label: t('uptime.incidents.components'),
      cell: ({ components }) =>
        components.map(each => componentName(each, t)).join(', '),
    },
    {
      id: 'notes',
      label: t('uptime.incidents.notes'),
      cell: ({ notes }) => <Notes notes={notes} timeZone={timeZone} />,
    },
  ];
}

function Duration(props: { incident: Incident }) {
  const { seconds, ongoing } = props.incident;
  const { t, format } = useLanguage();

  const length = format.exactDuration(seconds);
  return ongoing ? (
    <span className={styles.value}>
      {t('uptime.incidents.soFar', { duration: length })}{' '}
      <Chip tone="negative">{t('uptime.incidents.ongoing')}</Chip>
    </span>
  ) : (
    <>{length}</>
  );
}

/** How it began, and what else kept the portal down. */
function Cause(props: { incident: Incident }) {
  const { cause, evidence } = props.incident;
  const { t } = useLanguage();

  const others = distinct(evidence.map(each => each.cause)).filter(
    each => each !== cause,
  );
  const details = distinct(evidence.flatMap(({ detail }) => detail ?? []));
  return (
    <div className={styles.words}>
      {t(`uptime.cause.${cause}`)}
      {others.length > 0 && (
        <div className={styles.hint}>
          {t('uptime.incidents.also', {
            causes: others.map(each => t(`uptime.cause.${each}`)).join(', '),
          })}
        </div>
      )}
      {details.length > 0 && (
        <div className={styles.hint}>
          {t('uptime.incidents.seen', { details: details.join(', ') })}
        </div>
      )}
    </div>
  );
}

function Notes(props: { notes: Incident['notes']; timeZone: string }) {
  const { notes, timeZone } = props;
  const { t, format } = useLanguage();

  if (notes.length === 0) {
    return <span className={styles.hint}>{t('uptime.incidents.noNotes')}</span>;
  }
  return (
    <ul className={styles.notes}>
      {notes.map(({ id, note, writtenAt, writtenBy }) => (
        <li key={id}>
          {note}
          <div className={styles.hint}>
            {t('uptime.incidents.noteBy', {
              person: <PersonName entityRef={writtenBy} />,
              time: format.instant(writtenAt, timeZone),
            })}
          </div>
        </li>
      ))}
    </ul>
  );
}

function distinct<T>(values: T[]): T[] {
  return [...new Set(values)];
}
