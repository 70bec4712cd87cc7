import { useRouteRef } from '@backstage/frontend-plugin-api';
import type { DeadlineReport } from 'backstage-plugin-adoption-metrics-common';
import { deadlineRouteRef } from '../../routes';
import { countDown } from '../../ui/deadline/countDown';
import { DeadlineChip } from '../../ui/deadline/DeadlineChip';
import { chosenTitle } from '../../ui/deadline/chosenTitle';
import { useLanguage } from '../../ui/format';
import { TextLink } from '../../ui/TextLink';
import styles from '../../ui/layout.module.css';

/** The goal, its date and how it stands; or that there is none, and where to set one. */
export function DeadlineLine(props: { report: DeadlineReport }) {
  const { deadline, state, daysLeft, decision } = props.report;
  const { t, format } = useLanguage();

  const page = useRouteRef(deadlineRouteRef)?.();
  if (!deadline) {
    return (
      <p className={styles.text}>
        {t('decision.deadline.none')}{' '}
        <TextLink href={page}>{t('decision.deadline.set')}</TextLink>
      </p>
    );
  }
  return (
    <>
      <p className={styles.quiet}>
        {t('decision.deadline.line', {
          goal: format.share(deadline.goal),
          date: format.date(deadline.date),
          days:
            daysLeft === null ? t('common.unknown') : countDown(daysLeft, t),
        })}{' '}
        {state && <DeadlineChip state={state} />}
      </p>
      {decision && (
        <p className={styles.text}>
          {t('decision.deadline.decided', {
            day: format.date(decision.day),
            option: chosenTitle(decision.decision, { t }),
          })}
        </p>
      )}
    </>
  );
}
