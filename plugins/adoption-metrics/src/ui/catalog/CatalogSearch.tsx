import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  catalogApiRef,
  type CatalogApi,
} from '@backstage/plugin-catalog-react';
import { Combobox, useAsyncList } from '@backstage/ui';
import { useEffect, useRef, useState } from 'react';
import { reasonOf } from '../loading/failures';
import { useLanguage } from '../format';
import layout from '../layout.module.css';
import styles from './CatalogSearch.module.css';

/** The catalog is asked once somebody pauses. */
const PAUSE_MS = 250;

/** Whoever does not find a name types more of it. */
const MOST_FOUND = 20;

const NAMES = ['metadata.name', 'metadata.title', 'spec.profile.displayName'];

interface FoundEntity {
  /** The full ref. */
  id: string;
  label: string;
  description: string;
}

interface CatalogSearchProps {
  label: string;
  placeholder: string;
  kinds: string[];
  /** Refs that are chosen already. */
  chosen: string[];
  onChoose: (entity: FoundEntity) => void;
  isInvalid?: boolean;
}

/** One entity of a catalog that may be of any size. */
export function CatalogSearch(props: CatalogSearchProps) {
  const { label, placeholder, kinds, chosen, onChoose, isInvalid } = props;
  const { t } = useLanguage();

  const catalog = useApi(catalogApiRef);
  const found = useAsyncList<FoundEntity>({
    load: async ({ signal, filterText = '' }) => ({
      items: await search(catalog, { kinds, term: filterText.trim() }, signal),
    }),
  });
  // A search that is emptied opens its list; a new one does not.
  const [choices, setChoices] = useState(0);
  const field = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (choices > 0) {
      field.current?.querySelector('input')?.focus();
    }
  }, [choices]);
  const choose = (entityRef: string | number | null) => {
    const entity = found.items.find(({ id }) => id === entityRef);
    if (entity) {
      onChoose(entity);
      found.setFilterText('');
      setChoices(choices + 1);
    }
  };
  const { error } = found;
  return (
    <>
      <Combobox
        key={choices}
        ref={field}
        className={styles.search}
        label={label}
        placeholder={placeholder}
        options={found.items.filter(({ id }) => !chosen.includes(id))}
        loading={{ state: found.loadingState }}
        search={{
          inputValue: found.filterText,
          onInputChange: found.setFilterText,
          // The catalog has done so.
          filter: () => true,
        }}
        menuTrigger="input"
        isInvalid={isInvalid}
        value={null}
        onChange={choose}
      />
      {error && (
        <p role="alert" className={layout.failure}>
          {t('common.searchFailed', { reason: reasonOf(error, t) })}
        </p>
      )}
    </>
  );
}

/** Nobody without a term: a catalog may have 200,000 people. */
async function search(
  catalog: CatalogApi,
  { kinds, term }: { kinds: string[]; term: string },
  signal: AbortSignal,
): Promise<FoundEntity[]> {
  if (term === '') {
    return [];
  }
  await pause(PAUSE_MS, signal);
  const { items } = await catalog.queryEntities({
    filter: { kind: kinds },
    fullTextFilter: { term, fields: NAMES },
    fields: ['kind', 'metadata.namespace', ...NAMES],
    limit: MOST_FOUND,
  });
  return items.map(describe);
}

function describe(entity: Entity): FoundEntity {
  const id = stringifyEntityRef(entity);
  const { name, title } = entity.metadata;
  const { displayName } = (entity.spec?.profile ?? {}) as Record<
    string,
    string | undefined
  >;
  return { id, label: displayName ?? title ?? name, description: id };
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
  });
}
