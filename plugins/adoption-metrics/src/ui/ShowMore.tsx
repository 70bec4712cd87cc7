import { Button } from '@backstage/ui';
import type { Pages } from '../api/usePages';
import { reasonOf } from './loading/failures';
import styles from './ShowMore.module.css';

interface ShowMoreProps {
  /** What there is more of, as the beginning of a sentence. */
  subject: string;
  more: Pages<unknown>;
}

/** Fetches the next page below a table, as long as there is one. */
export function ShowMore(props: ShowMoreProps) {
  const { subject, more } = props;
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
        Show more
      </Button>
      {more.error && (
        <p role="alert" className={styles.failure}>
          {subject} could not be loaded: {reasonOf(more.error)}
        </p>
      )}
    </div>
  );
}
