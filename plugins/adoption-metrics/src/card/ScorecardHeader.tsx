import { useRouteRef } from '@backstage/frontend-plugin-api';
import { VisuallyHidden } from '@backstage/ui';
import { RiArrowRightLine, RiShieldUserLine } from '@remixicon/react';
import type { Scorecard } from 'backstage-plugin-adoption-metrics-common';
import { myDataRouteRef, rootRouteRef, settingsRouteRef } from '../routes';
import { definitionsId } from '../ui/anchors';
import { Chip } from '../ui/StatusChip';
import { TextLink } from '../ui/TextLink';
import { usePageLink } from '../ui/usePageLink';
import { useLanguage, type Language } from '../ui/format';
import styles from './ScorecardCard.module.css';

interface ScorecardHeaderProps {
  title: string;
  titleId: string;
  scorecard?: Scorecard;
}

export function ScorecardHeader(props: ScorecardHeaderProps) {
  const { title, titleId, scorecard } = props;
  const language = useLanguage();
  const { t } = language;

  const aboutMe = t('common.aboutMe');
  const page = useRouteRef(rootRouteRef);
  const definitions = usePageLink(settingsRouteRef, definitionsId);
  const myData = useRouteRef(myDataRouteRef);
  return (
    <header className={styles.header}>
      <h2 id={titleId} className={styles.title}>
        {title}
      </h2>
      {scorecard?.closedThrough && <TargetsMet scorecard={scorecard} />}
      <span className={styles.spacer} />
      {scorecard && (
        <span className={styles.period}>{periodOf(scorecard, language)}</span>
      )}
      <span className={styles.links}>
        <TextLink href={myData?.()}>
          <span className={styles.icon} title={aboutMe}>
            <RiShieldUserLine aria-hidden />
            <VisuallyHidden>{aboutMe}</VisuallyHidden>
          </span>
        </TextLink>
        <TextLink href={definitions}>{t('card.definitions')}</TextLink>
        <TextLink href={page?.()}>
          <span className={styles.details}>
            {t('card.details')} <RiArrowRightLine aria-hidden />
          </span>
        </TextLink>
      </span>
    </header>
  );
}

function TargetsMet(props: { scorecard: Scorecard }) {
  const { met, metrics } = props.scorecard;
  const { t, format } = useLanguage();

  return (
    <Chip
      tone={met === metrics.length ? 'positive' : 'neutral'}
      icon={
        <span className={styles.pips} aria-hidden>
          {metrics.map(({ id, status }) => (
            <span
              key={id}
              className={`${styles.pip} ${status === 'met' ? styles.full : ''}`}
            />
          ))}
        </span>
      }
    >
      {t('card.targetsMet', {
        met: format.count(met),
        total: format.count(metrics.length),
      })}
    </Chip>
  );
}

function periodOf(
  { closedThrough, firstMetricsOn, timeZone }: Scorecard,
  { t, format }: Language,
): string {
  return closedThrough
    ? t('card.dataThrough', { day: format.day(closedThrough), timeZone })
    : t('card.firstMetricsOn', { day: format.day(firstMetricsOn!), timeZone });
}
