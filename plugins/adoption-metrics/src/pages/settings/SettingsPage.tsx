import { Header } from '@backstage/ui';
import { useLanguage } from '../../ui/format';
import { PageContent } from '../../ui/Section';
import { DataHealthSection } from './DataHealthSection';
import { DeadlineSettings } from './DeadlineSettings';
import { DefinitionsSection } from './DefinitionsSection';
import { IncludedUsersSections } from './IncludedUsersSections';

/** What is set and defined: the deadline, who counts, what each metric means. */
export function SettingsPage() {
  const { t } = useLanguage();

  return (
    <>
      <Header
        title={t('settings.title')}
        description={t('settings.description')}
      />
      <PageContent>
        <DeadlineSettings />
        <DataHealthSection />
        <IncludedUsersSections />
        <DefinitionsSection />
      </PageContent>
    </>
  );
}
