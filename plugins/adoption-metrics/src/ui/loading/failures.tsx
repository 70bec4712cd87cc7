import { useRouteRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import { RiErrorWarningLine, RiLock2Line } from '@remixicon/react';
import { myDataRouteRef } from '../../routes';
import { TextLink } from '../TextLink';
import styles from './Loadable.module.css';

interface LoadFailureProps {
  subject: string;
  error: Error;
  onRetry: () => void;
}

export function LoadFailure(props: LoadFailureProps) {
  const { subject, error, onRetry } = props;
  return (
    <div className={styles.message} role="alert">
      <p className={styles.title}>
        <RiErrorWarningLine aria-hidden />
        {subject} could not be loaded
      </p>
      <p className={styles.text}>{reasonOf(error)}</p>
      <Button variant="secondary" onPress={onRetry}>
        Try again
      </Button>
    </div>
  );
}

export function NoPermission() {
  // Open to everybody, whatever they may read.
  const myData = useRouteRef(myDataRouteRef)?.();
  return (
    <div className={styles.message} role="status">
      <p className={styles.title}>
        <RiLock2Line aria-hidden />
        The adoption metrics are not open to you
      </p>
      <p className={styles.text}>
        Ask the administrators of this portal for the permission{' '}
        <code>adoption-metrics.scorecard.read</code>.
      </p>
      <TextLink href={myData}>What is stored about me</TextLink>
    </div>
  );
}

/** Shown above values that could not be refreshed. */
export function StaleNotice(props: { subject: string; onRetry: () => void }) {
  const { subject, onRetry } = props;
  return (
    <div className={styles.stale} role="status">
      <span>{subject} could not be refreshed; this is the last answer.</span>
      <Button variant="tertiary" onPress={onRetry}>
        Try again
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
