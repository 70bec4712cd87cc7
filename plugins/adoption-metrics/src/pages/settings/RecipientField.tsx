import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  catalogApiRef,
  type CatalogApi,
} from '@backstage/plugin-catalog-react';
import { Button, Combobox, useAsyncList } from '@backstage/ui';
import { useEffect, useRef, useState } from 'react';
import { reasonOf } from '../../ui/loading/failures';
import { useLanguage } from '../../ui/format';
import styles from '../../ui/layout.module.css';

/** The catalog is asked once somebody pauses. */
const PAUSE_MS = 250;

/** Whoever does not find a name types more of it. */
const MOST_FOUND = 20;

const NAMES = ['metadata.name', 'metadata.title', 'spec.profile.displayName'];

interface RecipientFieldProps {
  recipients: string[];
  /** Who is notified whatever is chosen. */
  configured: string[];
  onChange: (recipients: string[]) => void;
}

/** Who is notified: people and groups of the catalog. */
export function RecipientField(props: RecipientFieldProps) {
  const { recipients, configured, onChange } = props;
  const { t } = useLanguage();

  const field = useRef<HTMLFieldSetElement>(null);
  // The button that had the focus is gone with its recipient.
  const remove = (recipient: string) => {
    onChange(recipients.filter(each => each !== recipient));
    field.current?.querySelector('input')?.focus();
  };
  return (
    <fieldset ref={field} className={styles.options}>
      <legend>{t('settings.deadline.recipients')}</legend>
      <p className={styles.quiet}>{t('settings.deadline.recipientsHint')}</p>
      {configured.length > 0 && (
        <p className={styles.quiet}>
          {t('settings.deadline.configuredRecipients', {
            recipients: configured.join(', '),
          })}
        </p>
      )}
      {recipients.length > 0 && (
        <ul className={styles.chosen}>
          {recipients.map(recipient => (
            <li key={recipient}>
              <span>{recipient}</span>
              <Button
                variant="tertiary"
                aria-label={t('settings.deadline.removeRecipientLabel', {
                  recipient,
                })}
                onPress={() => remove(recipient)}
              >
                {t('settings.deadline.removeRecipient')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <RecipientSearch
        chosen={recipients}
        onChoose={recipient => onChange([...recipients, recipient])}
      />
    </fieldset>
  );
}

interface Found {
  id: string;
  label: string;
  description: string;
}

function RecipientSearch(props: {
  chosen: string[];
  onChoose: (entityRef: string) => void;
}) {
  const { chosen, onChoose } = props;
  const { t } = useLanguage();

  const catalog = useApi(catalogApiRef);
  const found = useAsyncList<Found>({
    load: async ({ signal, filterText = '' }) => ({
      items: await search(catalog, filterText.trim(), signal),
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
    if (entityRef !== null) {
      onChoose(String(entityRef));
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
        label={t('settings.deadline.addRecipient')}
        placeholder={t('settings.deadline.addRecipientHint')}
        options={found.items.filter(({ id }) => !chosen.includes(id))}
        loading={{ state: found.loadingState }}
        search={{
          inputValue: found.filterText,
          onInputChange: found.setFilterText,
          // The catalog has done so.
          filter: () => true,
        }}
        menuTrigger="input"
        value={null}
        onChange={choose}
      />
      {error && (
        <p role="alert" className={styles.failure}>
          {t('settings.deadline.searchFailed', { reason: reasonOf(error, t) })}
        </p>
      )}
    </>
  );
}

/** Nobody without a term: a catalog may have 200,000 people. */
async function search(
  catalog: CatalogApi,
  term: string,
  signal: AbortSignal,
): Promise<Found[]> {
  if (term === '') {
    return [];
  }
  await pause(PAUSE_MS, signal);
  const { items } = await catalog.queryEntities({
    filter: { kind: ['User', 'Group'] },
    fullTextFilter: { term, fields: NAMES },
    fields: ['kind', 'metadata.namespace', ...NAMES],
    limit: MOST_FOUND,
  });
  return items.map(describe);
}

function describe(entity: Entity): Found {
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
