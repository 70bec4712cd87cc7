import { useRouteRef } from '@backstage/frontend-plugin-api';
import { entityRouteRef } from '../../routes';
import { TextLink } from '../../ui/TextLink';
import { partsOfRef } from './entityRef';
import { useLanguage } from '../../ui/format';
import styles from './StaleEntitySections.module.css';

/** What an entity is called, with a link to its page where the app has one. */
export function EntityName(props: {
  entityRef: string;
  /** An entity that is not in the catalog has no page. */
  isMissing?: boolean;
}) {
  const { t } = useLanguage();

  const parts = partsOfRef(props.entityRef);
  const link = useRouteRef(entityRouteRef)?.(parts);
  const href = props.isMissing ? undefined : link;
  const { kind, namespace, name } = parts;
  return (
    <>
      <TextLink href={href} variant={href ? 'accent' : 'plain'}>
        {name}
      </TextLink>
      <div className={styles.hint}>
        {namespace === 'default'
          ? kind
          : t('catalog.entities.kindIn', { kind, namespace })}
      </div>
    </>
  );
}
