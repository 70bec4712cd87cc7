import { VisuallyHidden } from '@backstage/ui';
import { useLanguage } from '../../ui/format';
import styles from './ActiveUsersSections.module.css';

interface ShareChangeProps {
  share: number | null;
  previous: number | null;
}

/** "+2.1 pp" since the window before. */
export function ShareChange({ share, previous }: ShareChangeProps) {
  const { format } = useLanguage();

  if (share === null || previous === null) {
    return <Unknown />;
  }
  const change = { change: share - previous, previous };
  const measure = { id: 'active-users', unit: 'share' } as const;
  return (
    <Change
      direction={format.direction(change, measure)}
      written={format.change(change, measure)}
    />
  );
}

interface CountChangeProps {
  count: number | null;
  previous: number | null;
}

/** "+3" since the window before. */
export function CountChange({ count, previous }: CountChangeProps) {
  const { t, format } = useLanguage();

  if (count === null || previous === null) {
    return <Unknown />;
  }
  const change = count - previous;
  const written =
    change === 0 ? t('common.change.none') : format.signedCount(change);
  const direction = change > 0 ? 'up' : 'down';
  return (
    <Change
      direction={change === 0 ? undefined : direction}
      written={written}
    />
  );
}

interface ChangeProps {
  direction: 'up' | 'down' | undefined;
  written: string;
}

const styleOf = { up: styles.better, down: styles.worse };

function Change({ direction, written }: ChangeProps) {
  const style = direction ? styleOf[direction] : styles.withheld;
  return <span className={style}>{written}</span>;
}

/** Without a window before there is nothing to compare with. */
function Unknown() {
  const { t } = useLanguage();

  return (
    <span className={styles.withheld}>
      <span aria-hidden>–</span>
      <VisuallyHidden>{t('activeUsers.noPrevious')}</VisuallyHidden>
    </span>
  );
}
