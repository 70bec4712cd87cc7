import type { StaleEntity } from 'backstage-plugin-adoption-metrics-common';
import { dayOf, formatDate } from '../../ui/format';
import type { Column } from '../../ui/table';
import { EntityName } from './EntityName';
import styles from './StaleEntitySections.module.css';

export function entityColumns(timeZone: string): Array<Column<StaleEntity>> {
  return [
    {
      id: 'entity',
      label: 'Entity',
      cell: ({ entityRef }) => <EntityName entityRef={entityRef} />,
    },
    {
      id: 'owner',
      label: 'Owner',
      cell: ({ ownerRef }) =>
        ownerRef ? <EntityName entityRef={ownerRef} /> : 'nobody',
    },
    {
      id: 'since',
      label: 'Since',
      cell: ({ since }) => (
        <span className={styles.unbroken}>
          {formatDate(dayOf(since, timeZone))}
        </span>
      ),
    },
    {
      id: 'why',
      label: 'Why, and how to repair it',
      cell: entity => <Reasons entity={entity} />,
    },
  ];
}

function Reasons(props: { entity: StaleEntity }) {
  const { reasons, exemption } = props.entity;
  return (
    <ul className={styles.reasons}>
      {exemption && (
        <li>
          Exempted through {formatDate(exemption.until)}: {exemption.reason}
        </li>
      )}
      {reasons.map(({ reason, sentence, hint }) => (
        <li key={reason}>
          {sentence}
          <div className={styles.hint}>{hint}</div>
        </li>
      ))}
    </ul>
  );
}
