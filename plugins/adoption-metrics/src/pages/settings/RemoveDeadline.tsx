import { Button } from '@backstage/ui';
import { useEffect, useRef, useState } from 'react';
import { useLanguage } from '../../ui/format';
import styles from '../../ui/layout.module.css';

/** Asks before it removes the deadline, and says what stays. */
export function RemoveDeadline(props: {
  pending: boolean;
  onRemove: () => void;
}) {
  const { pending, onRemove } = props;
  const { t } = useLanguage();

  const [asking, setAsking] = useState(false);
  const confirm = useRef<HTMLButtonElement>(null);
  // The button that had the focus is gone.
  useEffect(() => {
    if (asking) {
      confirm.current?.focus();
    }
  }, [asking]);
  if (!asking) {
    return (
      <Button
        variant="secondary"
        isDisabled={pending}
        onPress={() => setAsking(true)}
      >
        {t('settings.deadline.remove')}
      </Button>
    );
  }
  return (
    <div
      role="group"
      aria-label={t('settings.deadline.remove')}
      className={styles.buttons}
    >
      <p className={styles.text} role="status">
        {t('settings.deadline.removeEffect')}
      </p>
      <Button
        ref={confirm}
        variant="primary"
        destructive
        isPending={pending}
        onPress={onRemove}
      >
        {t('settings.deadline.confirmRemove')}
      </Button>
      <Button
        variant="secondary"
        isDisabled={pending}
        onPress={() => setAsking(false)}
      >
        {t('settings.deadline.keep')}
      </Button>
    </div>
  );
}
