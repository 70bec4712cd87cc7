import { useRouteRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import { RiErrorWarningLine, RiLock2Line } from '@remixicon/react';
import { myDataRouteRef } from '../../routes';
import { TextLink } from '../TextLink';
import { useLanguage } from '../format';
import styles from './Loadable.module.css';

interface LoadFailureProps {
  subject: string;
  error: Error;
  onRetry: () => void;
}

export function LoadFailure(props: LoadFailureProps) {
  const { subject, error, onRetry } = props;
  const { t } = useLanguage();

  return (
    <div className={styles.message} role="alert">
      <p className={styles.title}>
        <RiErrorWarningLine aria-hidden />
        {t('common.loadFailed', { subject })}
      </p>
      <p className={styles.text}>{reasonOf(error)}</p>
      <Button variant="secondary" onPress={onRetry}>
        {t('common.tryAgain')}
      </Button>
    </div>
  );
}

export function NoPermission() {
  const { t } = useLanguage();

  // Open to everybody, whatever they may read.
  const myData = useRouteRef(myDataRouteRef)?.();
  return (
    <div className={styles.message} role="status">
      <p className={styles.title}>
        <RiLock2Line aria-hidden />
        {t('common.noAccess.title')}
      </p>
      <p className={styles.text}>
        {t('common.noAccess.text', {
          permission: <code>adoption-metrics.scorecard.read</code>,
        })}
      </p>
      <TextLink href={myData}>{t('common.aboutMe')}</TextLink>
    </div>
  );
}

/** Shown above values that could not be refreshed. */
export function StaleNotice(props: { subject: string; onRetry: () => void }) {
  const { subject, onRetry } = props;
  const { t } = useLanguage();

  return (
    <div className={styles.stale} role="status">
      <span>{t('common.refreshFailed', { subject })}</span>
      <Button variant="tertiary" onPress={onRetry}>
        {t('common.tryAgain')}
      </Button>
    </div>
  );
}

/** The server's own words, where there are any, say more than a status. */
export function reasonOf(error: Error): string {
  const cause = 'cause' in error ? error.cause : undefined;
  if (!(cause instanceof Error) || cause.message.startsWith(error.message)) {
    return error.message;
  }
  return `${error.message}: ${cause.message}`;
}
