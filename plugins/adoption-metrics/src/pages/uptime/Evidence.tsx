import type { UptimeReport } from 'backstage-plugin-adoption-metrics-common';
import { RiEyeOffLine, RiPulseLine } from '@remixicon/react';
import type { ReactNode } from 'react';
import { componentName } from './texts';
import styles from './Evidence.module.css';

/** What the metrics cannot know. */
export function Evidence(props: { evidence: UptimeReport['evidence'] }) {
  const { seenFromInsideOnly, silent } = props.evidence;
  return (
    <>
      {seenFromInsideOnly && (
        <Notice icon={<RiEyeOffLine aria-hidden />}>
          <strong>Seen from inside only.</strong> No probe and no observer that
          counts has ever succeeded, so an outage between people and the portal
          is not seen.
        </Notice>
      )}
      {silent.length > 0 && (
        <Notice icon={<RiPulseLine aria-hidden />}>
          <strong>Silent:</strong> {silent.map(componentName).join(', ')}. The
          checks have stopped; until they are back the heartbeats alone decide.
        </Notice>
      )}
    </>
  );
}

function Notice(props: { icon: ReactNode; children: ReactNode }) {
  return (
    <p className={styles.notice} role="note">
      {props.icon}
      <span>{props.children}</span>
    </p>
  );
}
