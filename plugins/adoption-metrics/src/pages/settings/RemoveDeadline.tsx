import { Button } from '@backstage/ui';
import { useState } from 'react';
import { useLanguage } from '../../ui/format';
import { Opened } from '../../ui/Opened';
import styles from '../../ui/layout.module.css';

/** Asks before it removes the deadline, and says what stays. */
export function RemoveDeadline(props: {
  pending: boolean;
  onRemove: () => void;
}) {
  const { pending, onRemove } = props;
  const { t } = useLanguage();

  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button
        variant="secondary"
        isDisabled={pending}
        aria-expanded={asking}
        onPress={() => setAsking(!asking)}
      >
        {t('settings.deadline.remove')}
      </Button>
      {asking && (
        <Opened
          label={t('settings.deadline.remove')}
          className={styles.buttons}
          onClose={() => setAsking(false)}
        >
          <p className={styles.text} role="status">
            {t('settings.deadline.removeEffect')}
          </p>
          <Button
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
        </Opened>
      )}
    </>
  );
}
