import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import type {
  StaleEntity,
  StaleEntityList,
} from 'backstage-plugin-adoption-metrics-common';
import { dayOf, useLanguage, wordsOf, type Translate } from '../ui/format';
import { isForbidden, useAnswer } from '../api';
import { LoadedSection } from '../ui/loading/LoadedSection';
import { Chip } from '../ui/StatusChip';
import styles from './EntityStalenessCard.module.css';
import { Confirmation } from './Confirmation';
import { Repair } from './Repair';

/** Whether the entity of the page is stale, why, since when and what to do. */
export function EntityStalenessCard() {
  const { t } = useLanguage();

  const { entity } = useEntity();
  const loaded = useAnswer('GET /catalog/stale-entities', {
    query: {
      entity: stringifyEntityRef(entity),
      state: 'any',
    },
  });
  // The page of an entity is not about who may read what.
  if (isForbidden(loaded.error)) {
    return null;
  }
  return (
    <LoadedSection
      title={t('entity.title')}
      loaded={loaded}
      height={80}
      emptyText={list => unjudgedText(list, entity, t)}
    >
      {list => (
        <>
          <Judgement list={list} entity={entity} />
          <Confirmation entity={entity} />
        </>
      )}
    </LoadedSection>
  );
}

function unjudgedText(
  { scannedAt, judgedKinds }: StaleEntityList,
  { kind }: Entity,
  t: Translate,
): string | undefined {
  if (scannedAt === null) {
    return t('entity.notScanned');
  }
  if (judgedKinds.length === 0) {
    return t('entity.nothingJudged');
  }
  const isJudged = judgedKinds.some(
    each => each.toLowerCase() === kind.toLowerCase(),
  );
  return isJudged ? undefined : t('entity.kindNotJudged', { kind });
}

function Judgement(props: { list: StaleEntityList; entity: Entity }) {
  const { list, entity } = props;
  const language = useLanguage();
  const { t, format } = language;

  const [found] = list.entities;
  const seen =
    list.scannedAt &&
    t('entity.asOf', {
      time: format.instant(list.scannedAt, list.timeZone),
      timeZone: list.timeZone,
    });
  return found ? (
    <>
      <p className={styles.verdict}>
        <Verdict found={found} />
        <span className={styles.quiet}>{seen}</span>
      </p>
      <ul className={styles.reasons}>
        {found.reasons.map(({ reason, sentence, hint, wording, since }) => (
          <li key={reason}>
            {wordsOf(wording?.sentence, sentence, language)}
            <div className={styles.quiet}>
              {wordsOf(wording?.hint, hint, language)}{' '}
              {t('entity.staleSince', {
                day: format.date(dayOf(since, list.timeZone)),
              })}
            </div>
          </li>
        ))}
      </ul>
      <MissingOwners found={found} />
      <Repair entity={entity} />
    </>
  ) : (
    <p className={styles.verdict}>
      <Chip tone="positive">{t('entity.fresh')}</Chip>
      <span>{t('entity.nothingFound')}</span>
      <span className={styles.quiet}>{seen}</span>
    </p>
  );
}

function MissingOwners(props: { found: StaleEntity }) {
  const { missingOwnerRefs, reasons } = props.found;
  const { t } = useLanguage();

  // Where all owners are missing, the reason names them.
  const isSaid = reasons.some(({ reason }) => reason === 'owner-unknown');
  return missingOwnerRefs.length > 0 && !isSaid ? (
    <p className={styles.quiet}>
      {t('entity.missingOwners', { owners: missingOwnerRefs.join(', ') })}
    </p>
  ) : null;
}

function Verdict(props: { found: StaleEntity }) {
  const { exemption } = props.found;
  const { t, format } = useLanguage();

  return exemption ? (
    <>
      <Chip tone="neutral">{t('entity.exempt')}</Chip>
      <span>
        {t('entity.exemptUntil', {
          day: format.date(exemption.until),
          reason: exemption.reason,
        })}
      </span>
    </>
  ) : (
    <Chip tone="negative">{t('entity.stale')}</Chip>
  );
}
