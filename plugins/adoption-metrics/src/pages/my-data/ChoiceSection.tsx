import { Button, Switch } from '@backstage/ui';
import { useRef, useState } from 'react';
import { reasonOf } from '../../ui/loading/failures';
import { Opened } from '../../ui/Opened';
import { Section } from '../../ui/Section';
import { useLanguage } from '../../ui/format';
import styles from './MyDataPage.module.css';
import { useMyChoice } from './useMyChoice';

interface ChoiceSectionProps {
  optedOut: boolean;
  /** Called once the choice is stored. */
  onChanged: () => void;
}

/** Opting out, and back in, with its effect said before it happens. */
export function ChoiceSection(props: ChoiceSectionProps) {
  const { optedOut, onChanged } = props;
  const { t } = useLanguage();

  const [asking, setAsking] = useState(false);
  const container = useRef<HTMLDivElement>(null);
  const close = () => setAsking(false);
  const { choose, pending, error } = useMyChoice(() => {
    // The switch cannot take it before the answer is shown.
    container.current?.focus();
    close();
    onChanged();
  });
  return (
    <Section title={t('myData.choice.title')}>
      <div ref={container} tabIndex={-1} className={styles.choice}>
        <Switch
          label={t('myData.choice.label')}
          isSelected={!optedOut}
          isDisabled={pending}
          onChange={() => setAsking(true)}
        />
        <p className={styles.state}>
          {optedOut ? t('myData.choice.isOut') : t('myData.choice.isIn')}
        </p>
        {asking && (
          <Confirmation
            optingOut={!optedOut}
            pending={pending}
            onConfirm={() => choose(!optedOut)}
            onCancel={close}
          />
        )}
        {error && (
          <p role="alert" className={styles.failure}>
            {t('myData.choice.failed', { reason: reasonOf(error, t) })}
          </p>
        )}
      </div>
    </Section>
  );
}

interface ConfirmationProps {
  optingOut: boolean;
  pending: boolean;
  onConfirm: () => void;
  onCancel: () => void;
}

function Confirmation(props: ConfirmationProps) {
  const { optingOut, pending, onConfirm, onCancel } = props;
  const { t } = useLanguage();

  return (
    <Opened
      label={t('myData.choice.confirm')}
      className={styles.confirmation}
      onClose={onCancel}
    >
      <p className={styles.effect} role="status">
        {optingOut ? t('myData.choice.effectOut') : t('myData.choice.effectIn')}
      </p>
      <div className={styles.buttons}>
        <Button
          variant="primary"
          destructive={optingOut}
          isPending={pending}
          onPress={onConfirm}
        >
          {optingOut ? t('myData.choice.stop') : t('myData.choice.start')}
        </Button>
        <Button variant="secondary" isDisabled={pending} onPress={onCancel}>
          {t('myData.choice.cancel')}
        </Button>
      </div>
    </Opened>
  );
}
