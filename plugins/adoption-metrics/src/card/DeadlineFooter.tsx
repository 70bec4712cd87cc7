import { useRouteRef } from '@backstage/frontend-plugin-api';
import type { DeadlineReport } from 'backstage-plugin-adoption-metrics-common';
import type { ReactNode } from 'react';
import { useDeadline } from '../api/useAdoptionMetrics';
import {
  alertsRouteRef,
  deadlineRouteRef,
  decisionRouteRef,
  settingsRouteRef,
} from '../routes';
import { TextLink } from '../ui/TextLink';
import { usePageLink } from '../ui/usePageLink';
import { DeadlineChip } from '../ui/deadline/DeadlineChip';
import { ForecastDrawing } from '../ui/deadline/ForecastDrawing';
import { countDown } from '../ui/deadline/countDown';
import { useLanguage, type Translate } from '../ui/format';
import { alertsId, deadlineSettingsId } from '../ui/anchors';
import styles from './DeadlineFooter.module.css';

type Reason = NonNullable<DeadlineReport['nobodyNotified']>['reason'];

/**
 * What the scorecard says below the four metrics: the deadline, or that it is
 * time to set one. The metrics neither wait for it nor fail with it.
 */
export function DeadlineFooter() {
  const { t } = useLanguage();

  const { value } = useDeadline();
  if (!value || (!value.deadline && !value.suggestion)) {
    return null;
  }
  return value.deadline ? (
    <Running report={value} />
  ) : (
    <Frame
      date={<span className={styles.left}>{t('card.deadline.none')}</span>}
    >
      <p>{value.suggestion}</p>
      <SetLink />
    </Frame>
  );
}

function Running(props: { report: DeadlineReport }) {
  const { report } = props;
  const { t, format } = useLanguage();

  const { deadline, state, sentence, daysLeft } = report;
  const date = (
    <>
      <span className={styles.label}>
        {t('card.deadline.date', { date: format.date(deadline!.date) })}
      </span>
      <span className={styles.left}>{countDown(daysLeft!, t)}</span>
      <DeadlineChip state={state!} />
    </>
  );
  return (
    <Frame
      date={date}
      drawing={<ForecastDrawing report={report} className={styles.drawing} />}
    >
      <p>{sentence}</p>
      {isOpen(report) && <NobodyNotified report={report} />}
      {isToDecide(report) ? (
        <DecideLink />
      ) : (
        <MoreLink>{linkTextOf(report, t)}</MoreLink>
      )}
    </Frame>
  );
}

/** Where each is changed. */
const places = {
  'no-recipients': [settingsRouteRef, deadlineSettingsId],
  unreachable: [settingsRouteRef, deadlineSettingsId],
  'switched-off': [alertsRouteRef, alertsId],
  muted: [alertsRouteRef, alertsId],
} as const satisfies Record<Reason, unknown>;

/** That nobody is notified, why, and where to change it for those who may. */
function NobodyNotified(props: { report: DeadlineReport }) {
  const { nobodyNotified, mayChange } = props.report;
  const { t } = useLanguage();

  const [page, anchor] = places[nobodyNotified?.reason ?? 'no-recipients'];
  const link = usePageLink(page, anchor);
  if (!nobodyNotified) {
    return null;
  }
  const faults = nobodyNotified.unreachable.join('; ');
  return (
    <p className={styles.label}>
      {t(`card.deadline.nobodyNotified.${nobodyNotified.reason}`, { faults })}{' '}
      {mayChange && link && (
        <TextLink href={link}>{t('card.deadline.notify')}</TextLink>
      )}
    </p>
  );
}

function isOpen({ state }: DeadlineReport): boolean {
  return state !== 'achieved' && state !== 'missed';
}

function isToDecide({ state, decision }: DeadlineReport): boolean {
  return state === 'missed' && decision === null;
}

function linkTextOf(report: DeadlineReport, t: Translate): string {
  return isOpen(report)
    ? t('card.deadline.recovery')
    : t('card.deadline.history');
}

function Frame(props: {
  date: ReactNode;
  drawing?: ReactNode;
  children: ReactNode;
}) {
  const { t } = useLanguage();

  return (
    <footer className={styles.footer} aria-label={t('card.deadline.label')}>
      <div className={styles.date}>{props.date}</div>
      <div className={styles.words}>{props.children}</div>
      {props.drawing}
    </footer>
  );
}

function MoreLink(props: { children: ReactNode }) {
  const page = useRouteRef(deadlineRouteRef);
  return <TextLink href={page?.()}>{props.children}</TextLink>;
}

function SetLink() {
  const { t } = useLanguage();

  const form = usePageLink(settingsRouteRef, deadlineSettingsId);
  return <TextLink href={form}>{t('card.deadline.set')}</TextLink>;
}

function DecideLink() {
  const { t } = useLanguage();

  const page = useRouteRef(decisionRouteRef);
  return <TextLink href={page?.()}>{t('card.deadline.decide')}</TextLink>;
}
