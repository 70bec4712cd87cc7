import { useRouteRef } from '@backstage/frontend-plugin-api';
import { VisuallyHidden } from '@backstage/ui';
import { RiArrowRightLine, RiShieldUserLine } from '@remixicon/react';
import type { Scorecard } from 'backstage-plugin-adoption-metrics-common';
import { formatDay } from '../ui/format';
import { definitionsRouteRef, myDataRouteRef, rootRouteRef } from '../routes';
import { Chip } from '../ui/StatusChip';
import { TextLink } from '../ui/TextLink';
import styles from './ScorecardCard.module.css';

const aboutMe = 'What is stored about me';

interface ScorecardHeaderProps {
  title: string;
  titleId: string;
  scorecard?: Scorecard;
}

export function ScorecardHeader(props: ScorecardHeaderProps) {
  const { title, titleId, scorecard } = props;
  const page = useRouteRef(rootRouteRef);
  const definitions = useRouteRef(definitionsRouteRef);
  const myData = useRouteRef(myDataRouteRef);
  return (
    <header className={styles.header}>
      <h2 id={titleId} className={styles.title}>
        {title}
      </h2>
      {scorecard && <TargetsMet scorecard={scorecard} />}
      <span className={styles.spacer} />
      {scorecard && (
        <span className={styles.period}>{periodOf(scorecard)}</span>
      )}
      <span className={styles.links}>
        <TextLink href={myData?.()}>
          <span className={styles.icon} title={aboutMe}>
            <RiShieldUserLine aria-hidden />
            <VisuallyHidden>{aboutMe}</VisuallyHidden>
          </span>
        </TextLink>
        <TextLink href={definitions?.()}>Definitions</TextLink>
        <TextLink href={page?.()}>
          <span className={styles.details}>
            Details <RiArrowRightLine aria-hidden />
          </span>
        </TextLink>
      </span>
    </header>
  );
}

function TargetsMet(props: { scorecard: Scorecard }) {
  const { met, metrics } = props.scorecard;
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
      {met} of {metrics.length} targets met
    </Chip>
  );
}

function periodOf({ closedThrough, timeZone }: Scorecard): string {
  const period = closedThrough
    ? `closed days to ${formatDay(closedThrough)}`
    : 'no day closed yet';
  return `${period} · ${timeZone}`;
}
