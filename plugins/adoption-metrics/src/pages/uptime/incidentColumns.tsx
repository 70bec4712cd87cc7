import type { UptimeIncidents } from 'backstage-plugin-adoption-metrics-common';
import { formatExactDuration, formatInstant } from '../../ui/format';
import type { Column } from '../../ui/table';
import { Chip } from '../../ui/StatusChip';
import { causeNames, componentName } from './texts';
import styles from './UptimeSections.module.css';

export type Incident = UptimeIncidents['incidents'][number];

export function incidentColumns(timeZone: string): Array<Column<Incident>> {
  return [
    {
      id: 'start',
      label: `Start (${timeZone})`,
      cell: ({ from }) => (
        <span className={styles.unbroken}>{formatInstant(from, timeZone)}</span>
      ),
    },
    {
      id: 'duration',
      label: 'Duration',
      numeric: true,
      cell: incident => <Duration incident={incident} />,
    },
    {
      id: 'cause',
      label: 'Cause',
      cell: incident => <Cause incident={incident} />,
    },
    {
      id: 'components',
      label: 'Components',
      cell: ({ components }) => components.map(componentName).join(', '),
    },
    {
      id: 'notes',
      label: 'Notes',
      cell: ({ notes }) => <Notes notes={notes} timeZone={timeZone} />,
    },
  ];
}

function Duration(props: { incident: Incident }) {
  const { seconds, ongoing } = props.incident;
  const length = formatExactDuration(seconds);
  return ongoing ? (
    <span className={styles.value}>
      {length} so far <Chip tone="negative">ongoing</Chip>
    </span>
  ) : (
    <>{length}</>
  );
}

/** How it began, and what else kept the portal down. */
function Cause(props: { incident: Incident }) {
  const { cause, evidence } = props.incident;
  const others = distinct(evidence.map(each => each.cause)).filter(
    each => each !== cause,
  );
  const details = distinct(evidence.flatMap(({ detail }) => detail ?? []));
  return (
    <div className={styles.words}>
      {causeNames[cause]}
      {others.length > 0 && (
        <div className={styles.hint}>
          also: {others.map(each => causeNames[each]).join(', ')}
        </div>
      )}
      {details.length > 0 && (
        <div className={styles.hint}>seen: {details.join(', ')}</div>
      )}
    </div>
  );
}

function Notes(props: { notes: Incident['notes']; timeZone: string }) {
  const { notes, timeZone } = props;
  if (notes.length === 0) {
    return <span className={styles.hint}>none</span>;
  }
  return (
    <ul className={styles.notes}>
      {notes.map(({ id, note, writtenAt, writtenBy }) => (
        <li key={id}>
          {note}
          <div className={styles.hint}>
            {writtenBy ?? 'somebody who was forgotten'},{' '}
            {formatInstant(writtenAt, timeZone)}
          </div>
        </li>
      ))}
    </ul>
  );
}

function distinct<T>(values: T[]): T[] {
  return [...new Set(values)];
}
