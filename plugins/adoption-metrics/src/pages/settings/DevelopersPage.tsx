import { Header } from '@backstage/ui';
import type { DeveloperPreview } from 'backstage-plugin-adoption-metrics-common';
import { formatInstant } from '../../ui/format';
import { useDevelopers } from '../../api/useAdoptionMetrics';
import { Loadable } from '../../ui/loading/Loadable';
import { onSurface, PageContent, SectionSkeleton } from '../../ui/Section';
import { CountSection } from './CountSection';
import styles from './DevelopersPage.module.css';
import { ExclusionsSection } from './ExclusionsSection';
import { NamesSection } from './NamesSection';
import { TeamsSection } from './TeamsSection';

/** Who is in the denominator of active users, and who is not and why. */
export function DevelopersPage() {
  const preview = useDevelopers(false);
  return (
    <>
      <Header
        title="Developers"
        description="Who counts as a developer: the people of whom active users are a share."
        metadata={preview.value && metadataOf(preview.value)}
      />
      <PageContent>
        <Loadable
          loaded={preview}
          subject="The developers"
          skeleton={<SectionSkeleton height={420} />}
          frame={onSurface}
        >
          {value => (
            <>
              <CountSection preview={value} />
              <div className={styles.columns}>
                <ExclusionsSection preview={value} />
                <TeamsSection preview={value} />
              </div>
              <NamesSection />
            </>
          )}
        </Loadable>
      </PageContent>
    </>
  );
}

function metadataOf({ computedAt }: DeveloperPreview) {
  return [
    { label: 'Read at', value: `${formatInstant(computedAt, 'UTC')} UTC` },
  ];
}
