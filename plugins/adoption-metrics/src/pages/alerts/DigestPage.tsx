import { Header } from '@backstage/ui';
import {
  digestPeriods,
  type Digest,
  type DigestPeriod,
} from 'backstage-plugin-adoption-metrics-common';
import { useState } from 'react';
import { formatPeriod } from '../../ui/format';
import { useReport } from '../../api/useReport';
import { Choice } from '../../ui/Choice';
import { Loadable } from '../../ui/loading/Loadable';
import {
  onSurface,
  PageContent,
  Section,
  SectionSkeleton,
} from '../../ui/Section';
import { ActionsSection } from './ActionsSection';
import { DeliverySection } from './DeliverySection';
import styles from './DigestPage.module.css';

const names: Record<DigestPeriod, string> = {
  week: 'Last week',
  month: 'Last month',
};

/** What a week or a month brought, as those who subscribe to it read it. */
export function DigestPage() {
  const [period, setPeriod] = useState<DigestPeriod>('week');
  const digest = useReport('digest', { period });
  return (
    <>
      <Header
        title="Digest"
        description="What the last closed week or month brought, as it is sent to those who are notified."
        metadata={digest.value && metadataOf(digest.value)}
      />
      <PageContent>
        <Choice
          label="Period"
          options={digestPeriods.map(each => [each, names[each]] as const)}
          chosen={period}
          onChoose={setPeriod}
        />
        <Loadable
          loaded={digest}
          subject="The digest"
          skeleton={<SectionSkeleton height={420} />}
          frame={onSurface}
        >
          {value => (
            <>
              <ActionsSection digest={value} />
              <Section title={value.title}>
                <p className={styles.text}>{value.text}</p>
              </Section>
              <DeliverySection digest={value} />
            </>
          )}
        </Loadable>
      </PageContent>
    </>
  );
}

function metadataOf({ from, to, timeZone }: Digest) {
  return [
    { label: 'Days', value: formatPeriod(from, to) },
    { label: 'Reporting zone', value: timeZone },
  ];
}
