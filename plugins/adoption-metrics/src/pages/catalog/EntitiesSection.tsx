import { useApi } from '@backstage/frontend-plugin-api';
import type { StaleEntityList } from 'backstage-plugin-adoption-metrics-common';
import { useState } from 'react';
import { adoptionMetricsApiRef, type StaleEntitiesParameters } from '../../api';
import { usePages } from '../../api/usePages';
import { useReport } from '../../api/useReport';
import { Choice } from '../../ui/Choice';
import { DataTable } from '../../ui/table';
import { LoadedSection } from '../../ui/loading/LoadedSection';
import { WhenSeen } from '../../ui/loading/ReportSection';
import { Selection } from '../../ui/Selection';
import { ShowMore } from '../../ui/ShowMore';
import { entityColumns } from './entityColumns';
import { entityFile } from './entityFile';
import styles from './StaleEntitySections.module.css';

const title = 'What to repair';
const height = 320;
const entitiesOnPage = 25;
const anyReason = 'any';

interface EntitiesSectionProps {
  /** Those that the last scan found. */
  reasons: string[];
  timeZone: string;
}

/** Each stale entity with what is wrong and what to do about it. */
export function EntitiesSection(props: EntitiesSectionProps) {
  return (
    <WhenSeen title={title} id="entities" height={height}>
      <SeenEntities {...props} />
    </WhenSeen>
  );
}

const wholes = [
  ['all', 'All'],
  ['mine', "Mine and my teams'"],
  ['exempt', 'Exempted'],
] as const;

type Whole = (typeof wholes)[number][0];

const parametersOf: Record<Whole, StaleEntitiesParameters> = {
  all: {},
  mine: { owner: 'me' },
  exempt: { state: 'exempt' },
};

const nothingIn: Record<Whole, string> = {
  all: 'No entity that you may read in the catalog is stale.',
  mine: 'Nothing that you or your teams own is stale.',
  exempt: 'No entity is exempted.',
};

function SeenEntities(props: EntitiesSectionProps) {
  const { reasons, timeZone } = props;
  const [whole, setWhole] = useState<Whole>('all');
  const [reason, setReason] = useState(anyReason);
  const parameters = {
    ...parametersOf[whole],
    ...(reason !== anyReason && { reason }),
    limit: entitiesOnPage,
  };
  const api = useApi(adoptionMetricsApiRef);
  const loaded = useReport('catalog/stale-entities', parameters);
  return (
    <LoadedSection
      id="entities"
      title={title}
      loaded={loaded}
      height={height}
      description="The longest stale first, as far as you may read them in the catalog."
      file={entityFile(api, parameters)}
    >
      {first => (
        <>
          <div className={styles.controls}>
            <Choice
              label="Whose entities"
              options={wholes}
              chosen={whole}
              onChoose={setWhole}
            />
            <Selection
              label="Reason"
              options={[
                [anyReason, 'Any'],
                ...reasons.map(each => [each, each.replace('-', ' ')] as const),
              ]}
              chosen={reason}
              onChoose={setReason}
            />
          </div>
          {first.entities.length === 0 && first.nextCursor === null ? (
            <p className={styles.quiet}>{nothingIn[whole]}</p>
          ) : (
            <EntityList
              first={first}
              parameters={parameters}
              timeZone={timeZone}
            />
          )}
        </>
      )}
    </LoadedSection>
  );
}

interface EntityListProps {
  first: StaleEntityList;
  parameters: StaleEntitiesParameters;
  timeZone: string;
}

function EntityList(props: EntityListProps) {
  const { first, parameters, timeZone } = props;
  const api = useApi(adoptionMetricsApiRef);
  const more = usePages(first, cursor =>
    api.getReport('catalog/stale-entities', { ...parameters, cursor }),
  );
  return (
    <>
      <DataTable
        name="Entities to repair"
        columns={entityColumns(timeZone)}
        rows={more.pages.flatMap(({ entities }) => entities)}
        rowKey={({ entityRef }) => entityRef}
        inOnePage
      />
      <ShowMore subject="More entities" more={more} />
    </>
  );
}
