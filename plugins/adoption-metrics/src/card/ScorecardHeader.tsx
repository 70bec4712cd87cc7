import { useRouteRef } from '@backstage/frontend-plugin-api';
import { VisuallyHidden } from '@backstage/ui';
import {
  RiArrowRightLine,
  RiFlaskLine,
  RiShieldUserLine,
} from '@remixicon/react';
import type { Scorecard } from 'backstage-plugin-adoption-metrics-common';
import { myDataRouteRef, rootRouteRef, settingsRouteRef } from '../routes';
import { definitionsId } from '../ui/anchors';
import { Chip } from '../ui/StatusChip';
import { TextLink } from '../ui/TextLink';
import { usePageLink } from '../ui/usePageLink';
import {
  addDays,
  useScorecardLanguage,
  type ScorecardLanguage,
} from '../ui/format';
import styles from './ScorecardHeader.module.css';

interface ScorecardHeaderProps {
  title: string;
  titleId: string;
  scorecard?: Scorecard;
}

export function ScorecardHeader(props: ScorecardHeaderProps) {
  const { title, titleId, scorecard } = props;
  return (
    <header className={styles.header}>
      <h2 id={titleId} className={styles.title}>
        {title}
      </h2>
      <div className={styles.state}>
        {scorecard && <State scorecard={scorecard} />}
      </div>
      <Links />
    </header>
  );
}

function Links() {
  const { t } = useScorecardLanguage();

  const page = useRouteRef(rootRouteRef);
  const definitions = usePageLink(settingsRouteRef, definitionsId);
  const myData = useRouteRef(myDataRouteRef);
  const aboutMe = t('common.aboutMe');
  return (
    <span className={styles.links}>
      <TextLink href={myData?.()}>
        <span className={styles.icon} title={aboutMe}>
          <RiShieldUserLine aria-hidden />
          <VisuallyHidden>{aboutMe}</VisuallyHidden>
        </span>
      </TextLink>
      <span className={styles.definitions}>
        <TextLink href={definitions}>{t('card.definitions')}</TextLink>
      </span>
      <TextLink href={page?.()}>
        <span className={styles.details}>
          {t('card.details')} <RiArrowRightLine aria-hidden />
        </span>
      </TextLink>
    </span>
  );
}

/** How many targets are met, by which day, and whether that is invented. */
function State(props: { scorecard: Scorecard }) {
  const { scorecard } = props;
  const language = useScorecardLanguage();
  return (
    <>
      {scorecard.closedThrough && <TargetsMet scorecard={scorecard} />}
      <DemoData sampleHistory={scorecard.sampleHistory} />
      <span className={styles.period}>{periodOf(scorecard, language)}</span>
    </>
  );
}

function TargetsMet(props: { scorecard: Scorecard }) {
  const { met, metrics } = props.scorecard;
  const { t, format } = useScorecardLanguage();

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

function DemoData(props: Pick<Scorecard, 'sampleHistory'>) {
  const { sampleHistory } = props;
  const { t, format } = useScorecardLanguage();

  if (!sampleHistory) {
    return null;
  }
  const { label, from, to } = sampleHistory;
  const period = format.period(from, addDays(to, 1));
  return (
    <span title={t('common.demoDataOf', { label, period })}>
      <Chip tone="announcement" icon={<RiFlaskLine aria-hidden />}>
        {t('common.demoData')}
      </Chip>
    </span>
  );
}

function periodOf(
  { closedThrough, firstMetricsOn, timeZone }: Scorecard,
  { t, format }: ScorecardLanguage,
): string {
  return closedThrough
    ? t('card.dataThrough', { day: format.date(closedThrough), timeZone })
    : t('card.firstMetricsOn', { day: format.date(firstMetricsOn!), timeZone });
}
