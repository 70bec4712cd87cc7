import { Header } from '@backstage/ui';
import {
  dataHealthId,
  deadlineSettingsId,
  definitionsId,
  exportId,
  includedUsersId,
} from '../../ui/anchors';
import { useLanguage } from '../../ui/format';
import { PageContent } from '../../ui/Section';
import { SectionLinks } from '../../ui/SectionLinks';
import { DataHealthSection } from './DataHealthSection';
import { DeadlineSettings } from './DeadlineSettings';
import { DefinitionsSection } from './DefinitionsSection';
import { ExportSection } from './ExportSection';
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
        <SectionLinks
          sections={[
            [deadlineSettingsId, t('settings.deadline.title')],
            [dataHealthId, t('settings.diagnostics.title')],
            [includedUsersId, t('settings.developers.included')],
            [exportId, t('settings.export.title')],
            [definitionsId, t('settings.definitions.title')],
          ]}
        />
        <DeadlineSettings />
        <DataHealthSection />
        <IncludedUsersSections />
        <ExportSection />
        <DefinitionsSection />
      </PageContent>
    </>
  );
}
