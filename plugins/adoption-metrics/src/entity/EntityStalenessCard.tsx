import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import type {
  StaleEntity,
  StaleEntityList,
} from 'backstage-plugin-adoption-metrics-common';
import { dayOf, formatDate, formatInstant } from '../ui/format';
import { useReport } from '../api/useReport';
import { LoadedSection } from '../ui/loading/LoadedSection';
import { Chip } from '../ui/StatusChip';
import styles from './EntityStalenessCard.module.css';
import { Confirmation } from './Confirmation';
import { here } from './here';
import { Repair } from './Repair';

/** Whether the entity of the page is stale, why, since when and what to do. */
export function EntityStalenessCard() {
  const { entity } = useEntity();
  const loaded = useReport('catalog/stale-entities', {
    entity: stringifyEntityRef(entity),
    state: 'any',
  });
  return (
    <LoadedSection
      title="Staleness"
      loaded={loaded}
      height={80}
      emptyText={list => unjudgedText(list, entity)}
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
): string | undefined {
  if (scannedAt === null) {
    return 'The catalog has not been scanned yet.';
  }
  if (judgedKinds.length === 0) {
    return 'The last scan found nothing to judge in the catalog.';
  }
  const isJudged = judgedKinds.some(
    each => each.toLowerCase() === kind.toLowerCase(),
  );
  return isJudged ? undefined : `Entities of kind ${kind} are not judged.`;
}

function Judgement(props: { list: StaleEntityList; entity: Entity }) {
  const { list, entity } = props;
  const [found] = list.entities;
  const seen = list.scannedAt && `as of ${formatInstant(list.scannedAt, here)}`;
  return found ? (
    <>
      <p className={styles.verdict}>
        <Verdict found={found} />
        <span className={styles.quiet}>{seen}</span>
      </p>
      <ul className={styles.reasons}>
        {found.reasons.map(({ reason, sentence, hint, since }) => (
          <li key={reason}>
            {sentence}
            <div className={styles.quiet}>
              {hint} First seen on {formatDate(dayOf(since, here))}.
            </div>
          </li>
        ))}
      </ul>
      <Repair entity={entity} />
    </>
  ) : (
    <p className={styles.verdict}>
      <Chip tone="positive">fresh</Chip>
      <span>Nothing stale was found.</span>
      <span className={styles.quiet}>{seen}</span>
    </p>
  );
}

function Verdict(props: { found: StaleEntity }) {
  const { exemption } = props.found;
  return exemption ? (
    <>
      <Chip tone="neutral">exempted</Chip>
      <span>
        through {formatDate(exemption.until)}: {exemption.reason}
      </span>
    </>
  ) : (
    <Chip tone="negative">stale</Chip>
  );
}
