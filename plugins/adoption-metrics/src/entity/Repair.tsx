import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import { useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { Button } from '@backstage/ui';
import { useState } from 'react';
import { useChange } from '../api/useChange';
import { reasonOf } from '../ui/loading/failures';
import { TextLink } from '../ui/TextLink';
import { useLanguage } from '../ui/format';
import styles from './EntityStalenessCard.module.css';

const viewUrlAnnotation = 'backstage.io/view-url';

/** The way to the source of an entity, and to have it read again. */
export function Repair(props: { entity: Entity }) {
  const { entity } = props;
  const { t } = useLanguage();

  const catalog = useApi(catalogApiRef);
  const [asked, setAsked] = useState(false);
  const { change, pending, error } = useChange(() => setAsked(true));
  const refresh = () => {
    setAsked(false);
    return change(() => catalog.refreshEntity(stringifyEntityRef(entity)));
  };
  return (
    <div className={styles.repair}>
      <Button variant="secondary" isPending={pending} onPress={refresh}>
        {t('entity.refresh')}
      </Button>
      <TextLink href={sourceOf(entity)}>{t('entity.source')}</TextLink>
      <Outcome asked={asked} error={error} />
    </div>
  );
}

function Outcome(props: { asked: boolean; error: Error | undefined }) {
  const { asked, error } = props;
  const { t } = useLanguage();

  if (asked) {
    return (
      <span role="status" className={styles.quiet}>
        {t('entity.refreshing')}
      </span>
    );
  }
  return error ? (
    <span role="alert" className={styles.failure}>
      {t('entity.refreshFailed', { reason: reasonOf(error, t) })}
    </span>
  ) : null;
}

/** Only what a browser can follow without running anything. */
function sourceOf({ metadata }: Entity): string | undefined {
  const url = metadata.annotations?.[viewUrlAnnotation];
  return url && /^https?:/.test(url) ? url : undefined;
}
