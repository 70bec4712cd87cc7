import type { StaleEntity } from 'backstage-plugin-adoption-metrics-common';
import { dayOf, useLanguage, type Language } from '../../ui/format';
import type { Column } from '../../ui/table';
import { EntityName } from './EntityName';
import styles from './StaleEntitySections.module.css';

export function entityColumns(
  timeZone: string,
  { t, format }: Language,
): Array<Column<StaleEntity>> {
  return [
    {
      id: 'entity',
      label: t('catalog.entities.entity'),
      cell: ({ entityRef }) => <EntityName entityRef={entityRef} />,
    },
    {
      id: 'owner',
      label: t('catalog.entities.owner'),
      cell: ({ ownerRef }) =>
        ownerRef ? (
          <EntityName entityRef={ownerRef} />
        ) : (
          t('catalog.entities.nobody')
        ),
    },
    {
      id: 'since',
      label: t('catalog.entities.since'),
      cell: ({ since }) => (
        <span className={styles.unbroken}>
          {format.date(dayOf(since, timeZone))}
        </span>
      ),
    },
    {
      id: 'why',
      label: t('catalog.entities.why'),
      cell: entity => <Reasons entity={entity} />,
    },
  ];
}

function Reasons(props: { entity: StaleEntity }) {
  const { reasons, exemption } = props.entity;
  const { t, format } = useLanguage();

  return (
    <ul className={styles.reasons}>
      {exemption && (
        <li>
          {t('catalog.entities.exemptUntil', {
            day: format.date(exemption.until),
            reason: exemption.reason,
          })}
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
