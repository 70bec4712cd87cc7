import { useRouteRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import { RiErrorWarningLine, RiLock2Line } from '@remixicon/react';
import type { ReactNode } from 'react';
import { readPermission } from '../../access';
import { failureKindOf, saidBy, type FailureKind } from '../../api/failure';
import { myDataRouteRef } from '../../routes';
import { installationGuide } from '../documentation';
import { TextLink } from '../TextLink';
import { useScorecardLanguage, type ScorecardTranslate } from '../format';
import styles from './Loadable.module.css';

interface LoadFailureProps {
  subject: string;
  error: Error;
  onRetry: () => void;
}

export function LoadFailure(props: LoadFailureProps) {
  const { subject, error, onRetry } = props;
  const { t } = useScorecardLanguage();

  const kind = failureKindOf(error);
  return (
    <div className={styles.message} role="alert">
      <p className={styles.title}>
        <RiErrorWarningLine aria-hidden />
        {t(`common.loadFailed.${kind}.title`, { subject })}
      </p>
      <p className={styles.text}>{explanationOf(error, t)}</p>
      <div className={styles.actions}>
        <Button variant="secondary" onPress={onRetry}>
          {t('common.tryAgain')}
        </Button>
        {isInstallationAdvised(kind) && (
          <TextLink href={installationGuide}>
            {t('common.howToInstall')}
          </TextLink>
        )}
      </div>
    </div>
  );
}

function isInstallationAdvised(kind: FailureKind): boolean {
  return kind === 'notInstalled' || kind === 'page';
}

/** What happened and what to do, below a title. */
function explanationOf(error: Error, t: ScorecardTranslate): ReactNode {
  return (
    saidBy(error) ??
    t(`common.loadFailed.${failureKindOf(error)}.text`, {
      package: <code>backstage-plugin-adoption-metrics-backend</code>,
    })
  );
}

export function NoPermission() {
  const { t } = useScorecardLanguage();

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
          permission: <code>{readPermission}</code>,
        })}
      </p>
      <TextLink href={myData}>{t('common.aboutMe')}</TextLink>
    </div>
  );
}

/** Shown above values that could not be refreshed. */
export function StaleNotice(props: { subject: string; onRetry: () => void }) {
  const { subject, onRetry } = props;
  const { t } = useScorecardLanguage();

  return (
    <div className={styles.stale} role="status">
      <span>{t('common.refreshFailed', { subject })}</span>
      <Button variant="tertiary" onPress={onRetry}>
        {t('common.tryAgain')}
      </Button>
    </div>
  );
}

/**
 * What went wrong, to go on after a colon: in the backend's own words, where
 * there are any.
 */
export function reasonOf(error: Error, t: ScorecardTranslate): string {
  const said = saidBy(error);
  if (said !== undefined) {
    return said;
  }
  const kind = failureKindOf(error);
  return kind === 'notInstalled'
    ? t('common.loadFailed.notInstalled.title')
    : t(`common.loadFailed.${kind}.text`);
}
