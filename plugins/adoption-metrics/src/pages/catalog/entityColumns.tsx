import type { StaleEntity } from 'backstage-plugin-adoption-metrics-common';
import { dayOf, useLanguage, wordsOf, type Language } from '../../ui/format';
import type { Column } from '../../ui/table';
import { EntityName } from './EntityName';
import { OwnerName } from './OwnerName';
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
      cell: entity => <Owners entity={entity} />,
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

function Owners(props: { entity: StaleEntity }) {
  const { ownerRefs, missingOwnerRefs } = props.entity;
  const { t } = useLanguage();

  if (ownerRefs.length === 0) {
    return t('catalog.entities.nobody');
  }
  return ownerRefs.map(ownerRef => (
    <OwnerName
      key={ownerRef}
      ownerRef={ownerRef}
      isMissing={missingOwnerRefs.includes(ownerRef)}
    />
  ));
}

function Reasons(props: { entity: StaleEntity }) {
  const { reasons, exemption } = props.entity;
  const language = useLanguage();
  const { t, format } = language;

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
      {reasons.map(({ reason, sentence, hint, wording }) => (
        <li key={reason}>
          {wordsOf(wording?.sentence, sentence, language)}
          <div className={styles.hint}>
            {wordsOf(wording?.hint, hint, language)}
          </div>
        </li>
      ))}
    </ul>
  );
}
