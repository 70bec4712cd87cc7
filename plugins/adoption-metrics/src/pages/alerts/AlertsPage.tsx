import { Header } from '@backstage/ui';
import { useDeadline } from '../../api/useAdoptionMetrics';
import { reportRouteRef } from '../../routes';
import { useLanguage } from '../../ui/format';
import { Loadable } from '../../ui/loading/Loadable';
import { onSurface, PageContent, SectionSkeleton } from '../../ui/Section';
import { TextLink } from '../../ui/TextLink';
import { useAnchor } from '../../ui/useAnchor';
import { usePageLink } from '../../ui/usePageLink';
import { AlertsSection } from './AlertsSection';
import { DigestSections } from './DigestSections';

/** What was alerted about, and what is sent to recipients. */
export function AlertsPage() {
  const { t } = useLanguage();

  const report = usePageLink(reportRouteRef);
  // It names the reporting time zone, in which alerts are dated.
  const deadline = useDeadline();
  useAnchor(deadline.value !== undefined);
  return (
    <>
      <Header title={t('alerts.title')} description={t('alerts.description')} />
      <PageContent>
        <Loadable
          loaded={deadline}
          subject={t('alerts.history.subject')}
          skeleton={<SectionSkeleton height={420} />}
          frame={onSurface}
        >
          {({ timeZone }) => <AlertsSection timeZone={timeZone} />}
        </Loadable>
        <DigestSections />
        <TextLink href={report}>{t('alerts.digest.report')}</TextLink>
      </PageContent>
    </>
  );
}
