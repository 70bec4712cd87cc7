import { Button } from '@backstage/ui';
import type { Pages } from '../api/usePages';
import { reasonOf } from './loading/failures';
import { useLanguage } from './format';
import styles from './ShowMore.module.css';

interface ShowMoreProps {
  /** What there is more of, as the beginning of a sentence. */
  subject: string;
  more: Pages<unknown>;
}

/** Fetches the next page below a table, as long as there is one. */
export function ShowMore(props: ShowMoreProps) {
  const { subject, more } = props;
  const { t } = useLanguage();

  if (!more.hasMore) {
    return null;
  }
  return (
    <div className={styles.more}>
      <Button
        variant="secondary"
        isPending={more.loading}
        onPress={more.showMore}
      >
        {t('common.showMore')}
      </Button>
      {more.error && (
        <p role="alert" className={styles.failure}>
          {t('common.loadFailedBecause', {
            subject,
            reason: reasonOf(more.error, t),
          })}
        </p>
      )}
    </div>
  );
}
