import type {
  MetricDetail,
  PageLoadKind,
} from 'backstage-plugin-adoption-metrics-common';
import { useState } from 'react';
import { dayOf, useLanguage } from '../../ui/format';
import { Choice } from '../../ui/Choice';
import { FactList } from '../../ui/metric/FactList';
import { Surface } from '../../ui/Surface';
import { CoverageSection } from './CoverageSection';
import { DistributionSection } from './DistributionSection';
import { HoursSection } from './HoursSection';
import { KindsSection } from './KindsSection';
import { PageLoadHistory } from './PageLoadHistory';
import styles from './PageLoadSections.module.css';
import { RoutesSection } from './RoutesSection';

const kinds: PageLoadKind[] = ['initial', 'route', 'sign-in'];

/** How fast the portal feels, where, when, and how much of it was measured. */
export function PageLoadSections(props: { detail: MetricDetail }) {
  const { metric, computedAt, timeZone } = props.detail;
  const { t } = useLanguage();

  const [kind, setKind] = useState<PageLoadKind>('initial');
  const { target } = metric;
  return (
    <>
      <FactList metric={metric} />
      <Surface>
        <div className={styles.kind}>
          <p className={styles.kindText}>{t('pageLoad.kind.note')}</p>
          <Choice
            label={t('pageLoad.kind.label')}
            options={kinds.map(
              each => [each, t(`pageLoad.kind.${each}`)] as const,
            )}
            chosen={kind}
            onChoose={setKind}
          />
        </div>
      </Surface>
      <PageLoadHistory
        metric={metric}
        kind={kind}
        today={dayOf(computedAt, timeZone)}
      />
      <RoutesSection kind={kind} />
      <DistributionSection kind={kind} />
      <HoursSection kind={kind} targetSeconds={target.value} />
      <KindsSection />
      <CoverageSection />
    </>
  );
}
