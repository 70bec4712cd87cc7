import { useApi } from '@backstage/frontend-plugin-api';
import type { StaleEntityList } from 'backstage-plugin-adoption-metrics-common';
import { adoptionMetricsApiRef } from '../../api';
import { usePages } from '../../api/usePages';
import { useAnswer } from '../../api';
import { Choice } from '../../ui/Choice';
import { DataTable } from '../../ui/table';
import { LoadedSection } from '../../ui/loading/LoadedSection';
import { WhenSeen } from '../../ui/loading/ReportSection';
import { Selection } from '../../ui/Selection';
import { ShowMore } from '../../ui/ShowMore';
import { entityColumns } from './entityColumns';
import { EntityName } from './EntityName';
import { entityFile, type StaleEntitiesQuery } from './entityFile';
import { reasonName } from './reasonName';
import { wholes, type CatalogChoice } from './useCatalogChoice';
import { useLanguage } from '../../ui/format';
import styles from './StaleEntitySections.module.css';

const height = 320;
const entitiesOnPage = 25;
const anyReason = 'any';

interface EntitiesSectionProps {
  choice: CatalogChoice;
  /** Those that the last scan found. */
  reasons: string[];
  timeZone: string;
}

/** Each stale entity with what is wrong and what to do about it. */
export function EntitiesSection(props: EntitiesSectionProps) {
  const { t } = useLanguage();

  return (
    <WhenSeen title={t('catalog.entities.title')} id="entities" height={height}>
      <SeenEntities {...props} />
    </WhenSeen>
  );
}

const nothingIn = {
  all: 'catalog.entities.nothingStale',
  mine: 'catalog.entities.nothingMine',
  exempt: 'catalog.entities.nothingExempt',
} as const;

function SeenEntities(props: EntitiesSectionProps) {
  const { choice, reasons, timeZone } = props;
  const { whole, reason, owner, kind } = choice;
  const { t } = useLanguage();

  const parameters = { ...choice.parameters, limit: entitiesOnPage };
  const isNarrowed = Boolean(reason || owner || kind);
  const api = useApi(adoptionMetricsApiRef);
  const loaded = useAnswer('GET /catalog/stale-entities', {
    query: parameters,
  });
  return (
    <LoadedSection
      id="entities"
      title={t('catalog.entities.title')}
      loaded={loaded}
      height={height}
      description={t('catalog.entities.description')}
      file={entityFile(api, parameters)}
    >
      {first => (
        <>
          <div className={styles.controls}>
            <Choice
              label={t('catalog.entities.whose')}
              options={wholes.map(
                each => [each, t(`catalog.entities.${each}`)] as const,
              )}
              chosen={whole}
              onChoose={choice.chooseWhole}
            />
            <Selection
              label={t('catalog.entities.reason')}
              options={[
                [anyReason, t('catalog.entities.anyReason')],
                ...reasons.map(each => [each, reasonName(each, t)] as const),
              ]}
              chosen={reason ?? anyReason}
              onChoose={chosen =>
                choice.chooseReason(chosen === anyReason ? undefined : chosen)
              }
            />
          </div>
          {first.entities.length === 0 && first.nextCursor === null ? (
            <p className={styles.quiet}>
              {t(
                isNarrowed ? 'catalog.entities.nothingHere' : nothingIn[whole],
              )}
            </p>
          ) : (
            <EntityList
              first={first}
              parameters={parameters}
              timeZone={timeZone}
            />
          )}
          <UnjudgedEntities entities={first.unjudged} />
        </>
      )}
    </LoadedSection>
  );
}

/** Entities of which the scan does not know whether they are stale. */
function UnjudgedEntities(props: { entities: StaleEntityList['unjudged'] }) {
  const { entities } = props;
  const { t } = useLanguage();

  if (entities.length === 0) {
    return null;
  }
  return (
    <div className={styles.quiet}>
      <p>{t('catalog.entities.unjudged')}</p>
      <ul>
        {entities.map(({ entityRef, reason }) => (
          <li key={entityRef}>
            <EntityName entityRef={entityRef} />
            <div>{reason}</div>
          </li>
        ))}
      </ul>
    </div>
  );
}

interface EntityListProps {
  first: StaleEntityList;
  parameters: StaleEntitiesQuery;
  timeZone: string;
}

function EntityList(props: EntityListProps) {
  const { first, parameters, timeZone } = props;
  const language = useLanguage();
  const { t } = language;

  const api = useApi(adoptionMetricsApiRef);
  const more = usePages(first, cursor =>
    api.request('GET /catalog/stale-entities', {
      query: { ...parameters, cursor },
    }),
  );
  return (
    <>
      <DataTable
        name={t('catalog.entities.tableName')}
        columns={entityColumns(timeZone, language)}
        rows={more.pages.flatMap(({ entities }) => entities)}
        rowKey={({ entityRef }) => entityRef}
        inOnePage
      />
      <ShowMore subject={t('catalog.entities.more')} more={more} />
    </>
  );
}
