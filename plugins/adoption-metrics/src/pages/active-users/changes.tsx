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
  const change = share - previous;
  const written = format.change(change, {
    id: 'active-users',
    unit: 'share',
  });
  return <Change change={change} written={written} />;
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
  return <Change change={change} written={written} />;
}

function Change(props: { change: number; written: string }) {
  const { change, written } = props;
  if (change === 0) {
    return <span className={styles.withheld}>{written}</span>;
  }
  return (
    <span className={change > 0 ? styles.better : styles.worse}>{written}</span>
  );
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
