import { Button } from '@backstage/ui';
import { useRef } from 'react';
import { CatalogSearch } from '../../ui/catalog/CatalogSearch';
import { useLanguage } from '../../ui/format';
import { PersonName, PersonNames } from '../../ui/PersonName';
import styles from '../../ui/layout.module.css';

interface RecipientFieldProps {
  recipients: string[];
  /** Who is notified whatever is chosen. */
  configured: string[];
  /** What is wrong, and what is accepted. */
  error?: string;
  onChange: (recipients: string[]) => void;
}

/** Who is notified: people and groups of the catalog. */
export function RecipientField(props: RecipientFieldProps) {
  const { recipients, configured, error, onChange } = props;
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
            recipients: <PersonNames entityRefs={configured} />,
          })}
        </p>
      )}
      {recipients.length > 0 && (
        <ul className={styles.chosen}>
          {recipients.map(recipient => (
            <li key={recipient}>
              <span>
                <PersonName entityRef={recipient} />
              </span>
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
      <CatalogSearch
        label={t('settings.deadline.addRecipient')}
        placeholder={t('settings.deadline.addRecipientHint')}
        kinds={['User', 'Group']}
        chosen={recipients}
        onChoose={({ id }) => onChange([...recipients, id])}
      />
      {error && (
        <p role="alert" className={styles.failure}>
          {error}
        </p>
      )}
    </fieldset>
  );
}
