import { Header } from '@backstage/ui';
import type { DeveloperPreview } from 'backstage-plugin-adoption-metrics-common';
import { useAnswer } from '../../api';
import { Loadable } from '../../ui/loading/Loadable';
import { onSurface, PageContent, SectionSkeleton } from '../../ui/Section';
import { CountSection } from './CountSection';
import { useLanguage, type Language } from '../../ui/format';
import styles from './DevelopersPage.module.css';
import { ExclusionsSection } from './ExclusionsSection';
import { NamesSection } from './NamesSection';
import { TeamsSection } from './TeamsSection';

/** Who is in the denominator of active users, and who is not and why. */
export function DevelopersPage() {
  const language = useLanguage();
  const { t } = language;

  const preview = useAnswer('GET /developers');
  return (
    <>
      <Header
        title={t('settings.developers.title')}
        description={t('settings.developers.description')}
        metadata={preview.value && metadataOf(preview.value, language)}
      />
      <PageContent>
        <Loadable
          loaded={preview}
          subject={t('settings.developers.subject')}
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

function metadataOf(
  { computedAt, timeZone }: DeveloperPreview,
  { t, format }: Language,
) {
  return [
    {
      label: t('settings.developers.readAt'),
      value: format.instant(computedAt, timeZone),
    },
    { label: t('common.timeZone'), value: timeZone },
  ];
}
