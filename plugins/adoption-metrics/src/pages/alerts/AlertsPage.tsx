import { Header } from '@backstage/ui';
import { useAlerts, useDeadline } from '../../api/useAdoptionMetrics';
import { alertRulesId, alertsId, digestId, reportId } from '../../ui/anchors';
import { useLanguage } from '../../ui/format';
import { Loadable } from '../../ui/loading/Loadable';
import { onSurface, PageContent, SectionSkeleton } from '../../ui/Section';
import { SectionLinks } from '../../ui/SectionLinks';
import { useAnchor } from '../../ui/useAnchor';
import { AlertsSection } from './AlertsSection';
import { DigestSections } from './DigestSections';
import { ReportSection } from './ReportSection';
import { RulesSection } from './RulesSection';

/** What was alerted about, and what is sent to recipients. */
export function AlertsPage() {
  const { t } = useLanguage();

  return (
    <>
      <Header title={t('alerts.title')} description={t('alerts.description')} />
      <PageContent>
        <SectionLinks
          sections={[
            [alertsId, t('alerts.history.title')],
            [alertRulesId, t('alerts.rules.title')],
            [digestId, t('alerts.digest.title')],
            [reportId, t('alerts.report.title')],
          ]}
        />
        <AlertSections />
        <DigestSections />
        <ReportSection />
      </PageContent>
    </>
  );
}

function AlertSections() {
  const { t } = useLanguage();

  const alerts = useAlerts();
  // It names the time zone and the recipients, and says who may change them.
  const deadline = useDeadline();
  useAnchor(deadline.value !== undefined && alerts.value !== undefined);
  return (
    <Loadable
      loaded={deadline}
      subject={t('alerts.history.subject')}
      skeleton={<SectionSkeleton height={420} />}
      frame={onSurface}
    >
      {report => (
        <Loadable
          loaded={alerts}
          subject={t('alerts.history.subject')}
          skeleton={<SectionSkeleton height={420} />}
          frame={onSurface}
        >
          {list => (
            <>
              <AlertsSection
                list={list}
                report={report}
                onChanged={alerts.reload}
              />
              <RulesSection
                list={list}
                report={report}
                onChanged={alerts.reload}
              />
            </>
          )}
        </Loadable>
      )}
    </Loadable>
  );
}
