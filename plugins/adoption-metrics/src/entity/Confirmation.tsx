import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import { useApi } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import type { EntityVerificationList } from 'backstage-plugin-adoption-metrics-common';
import { adoptionMetricsApiRef } from '../api';
import { dayOf, useLanguage, type Language } from '../ui/format';
import { useChange } from '../api/useChange';
import { useAnswer } from '../api';
import { reasonOf } from '../ui/loading/failures';
import styles from './EntityStalenessCard.module.css';

/** Who last confirmed the entity, and the owners' button that does. */
export function Confirmation(props: { entity: Entity }) {
  const language = useLanguage();

  const entity = stringifyEntityRef(props.entity);
  const { value, reload } = useAnswer('GET /catalog/verifications', {
    query: { entity },
  });
  if (!value?.enabled) {
    return null;
  }
  return (
    <div className={styles.repair}>
      {value.mayVerify && <Confirm entityRef={entity} onDone={reload} />}
      <span className={styles.quiet}>{inWords(value, language)}</span>
    </div>
  );
}

function Confirm(props: { entityRef: string; onDone: () => void }) {
  const { entityRef, onDone } = props;
  const { t } = useLanguage();

  const api = useApi(adoptionMetricsApiRef);
  const { change, pending, error } = useChange(onDone);
  const confirm = () =>
    change(() =>
      api.request('POST /catalog/verifications', { body: { entityRef } }),
    );
  return (
    <>
      <Button variant="secondary" isPending={pending} onPress={confirm}>
        {t('entity.confirm')}
      </Button>
      {error && (
        <span role="alert" className={styles.failure}>
          {t('entity.confirmFailed', { reason: reasonOf(error, t) })}
        </span>
      )}
    </>
  );
}

function inWords(
  { verifications: [latest], timeZone }: EntityVerificationList,
  { t, format }: Language,
): string {
  if (!latest) {
    return t('entity.neverConfirmed');
  }
  const { verifiedAt, verifiedBy } = latest;
  const day = format.date(dayOf(verifiedAt, timeZone));
  return verifiedBy
    ? t('entity.confirmedBy', { day, person: verifiedBy })
    : t('entity.confirmed', { day });
}
