import { useRouteRef } from '@backstage/frontend-plugin-api';
import type { DeadlineSummary } from 'backstage-plugin-adoption-metrics-common';
import type { ReactNode } from 'react';
import {
  deadlineRouteRef,
  decisionRouteRef,
  settingsRouteRef,
} from '../routes';
import { deadlineSettingsId } from '../ui/anchors';
import { TextLink } from '../ui/TextLink';
import { usePageLink } from '../ui/usePageLink';
import { DeadlineChip } from '../ui/deadline/DeadlineChip';
import { ForecastDrawing } from '../ui/deadline/ForecastDrawing';
import { countDown } from '../ui/deadline/countDown';
import { useScorecardLanguage } from '../ui/format';
import { outlookTexts } from '../ui/deadline/outlookTexts';
import styles from './DeadlineFooter.module.css';

/**
 * What the scorecard says below the four metrics: the deadline, or that it is
 * time to set one. In a small cell it is one line.
 */
export function DeadlineFooter(props: { summary: DeadlineSummary }) {
  const { summary } = props;
  const { deadline, stuck } = summary;
  if (deadline) {
    return <Running summary={summary} date={deadline.date} />;
  }
  return stuck && <Advice stuck={stuck} />;
}

function Running(props: { summary: DeadlineSummary; date: string }) {
  const { summary, date } = props;
  const { t, format } = useScorecardLanguage();

  const { state, daysLeft } = summary;
  return (
    <Frame>
      <div className={styles.date}>
        <DeadlineChip state={state!} />
        <span className={styles.left}>{countDown(daysLeft!, t)}</span>
        <span className={styles.label}>
          {t('card.deadline.date', { date: format.date(date) })}
        </span>
      </div>
      <Outlook summary={summary} />
      <span className={styles.more}>
        <MoreLink summary={summary} />
      </span>
      <div className={styles.drawing}>
        <ForecastDrawing report={summary} />
      </div>
    </Frame>
  );
}

/** Phrases of their own, so that none is the largest thing on the homepage. */
function Outlook(props: { summary: DeadlineSummary }) {
  const { summary } = props;
  const language = useScorecardLanguage();

  const { nobodyNotified } = summary;
  return (
    <div className={styles.words}>
      {outlookTexts(summary, language).map(text => (
        <p key={text}>{text}</p>
      ))}
      {nobodyNotified && isOpen(summary) && (
        <p className={styles.label}>
          {language.t(`card.deadline.nobodyNotified.${nobodyNotified}`)}
        </p>
      )}
    </div>
  );
}

function Advice(props: { stuck: NonNullable<DeadlineSummary['stuck']> }) {
  const { below, weeks } = props.stuck;
  const { t, format } = useScorecardLanguage();

  const form = usePageLink(settingsRouteRef, deadlineSettingsId);
  const share = format.share(below);
  return (
    <Frame>
      <div className={styles.date}>
        <span className={styles.left}>{t('card.deadline.none')}</span>
      </div>
      <div className={styles.words}>
        <p>{t('card.deadline.stuck', { share, weeks: format.count(weeks) })}</p>
      </div>
      <span className={styles.more}>
        <TextLink href={form}>{t('card.deadline.set')}</TextLink>
      </span>
    </Frame>
  );
}

function Frame(props: { children: ReactNode }) {
  const { t } = useScorecardLanguage();

  return (
    <footer className={styles.footer} aria-label={t('card.deadline.label')}>
      {props.children}
    </footer>
  );
}

/** Where to read on: about the way to the goal, or about what to do now. */
function MoreLink(props: { summary: DeadlineSummary }) {
  const { summary } = props;
  const { t } = useScorecardLanguage();

  const deadline = useRouteRef(deadlineRouteRef)?.();
  const decision = useRouteRef(decisionRouteRef)?.();
  if (summary.state === 'missed' && !summary.isDecided) {
    return <TextLink href={decision}>{t('card.deadline.decide')}</TextLink>;
  }
  return (
    <TextLink href={deadline}>
      {isOpen(summary)
        ? t('card.deadline.recovery')
        : t('card.deadline.history')}
    </TextLink>
  );
}

function isOpen({ state }: DeadlineSummary): boolean {
  return state !== 'achieved' && state !== 'missed';
}
