import { useEntityPresentation } from '@backstage/plugin-catalog-react';
import { Fragment } from 'react';
import { useLanguage } from './format';

interface PersonNameProps {
  /** Null for who is deleted; `history` and `configuration` act as well. */
  entityRef: string | null;
}

/** Who did something, by the name that the catalog has. */
export function PersonName(props: PersonNameProps) {
  const { entityRef } = props;
  const { t } = useLanguage();

  switch (entityRef) {
    case null:
      return <>{t('common.deletedUser')}</>;
    case 'history':
      return <>{t('common.importedHistory')}</>;
    case 'configuration':
      return <>{t('common.configuration')}</>;
    default:
      return /^\w+:[^/]+\/./.test(entityRef) ? (
        <CatalogName entityRef={entityRef} />
      ) : (
        <>{entityRef}</>
      );
  }
}

/** Several, one after the other. */
export function PersonNames(props: { entityRefs: string[] }) {
  return (
    <>
      {props.entityRefs.map((entityRef, place) => (
        <Fragment key={entityRef}>
          {place > 0 && ', '}
          <PersonName entityRef={entityRef} />
        </Fragment>
      ))}
    </>
  );
}

function CatalogName(props: { entityRef: string }) {
  const { entityRef } = props;
  const [defaultKind] = entityRef.split(':');
  const { primaryTitle } = useEntityPresentation(entityRef, { defaultKind });
  return <span title={entityRef}>{primaryTitle}</span>;
}
