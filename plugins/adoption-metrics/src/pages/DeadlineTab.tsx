import { Header } from '@backstage/ui';
import type { DeadlineReport } from 'backstage-plugin-adoption-metrics-common';
import { useState } from 'react';
import { useDeadline } from '../api/useAdoptionMetrics';
import { countDown } from '../ui/deadline/countDown';
import { Loadable } from '../ui/loading/Loadable';
import { onSurface, PageContent, SectionSkeleton } from '../ui/Section';
import { AlertsSection } from './alerts/AlertsSection';
import { AnnotationsSection } from './deadline/AnnotationsSection';
import { DecisionLink } from './deadline/DecisionLink';
import { MetricsSection } from './deadline/MetricsSection';
import { LogSection } from './deadline/LogSection';
import { OutlookSection } from './deadline/OutlookSection';
import { SettingsSection } from './settings/SettingsSection';
import { WeekSection } from './deadline/WeekSection';
import { useLanguage, type Language } from '../ui/format';
import { useAnchor } from '../ui/useAnchor';

/**
 * Whether the goal will be reached by its date, and what to do about it. The
 * tab is put together here, since its sections come from several folders.
 */
export function DeadlineTab() {
  const language = useLanguage();
  const { t } = language;

  const deadline = useDeadline();
  useAnchor(deadline.value !== undefined);
  // A change is noted in the log, which is then read again.
  const [changes, setChanges] = useState(0);
  const onChanged = () => {
    setChanges(count => count + 1);
    deadline.reload();
  };
  return (
    <>
      <Header
        title={t('deadline.title')}
        description={t('deadline.description')}
        metadata={deadline.value && metadataOf(deadline.value, language)}
      />
      <PageContent>
        <Loadable
          loaded={deadline}
          subject={t('deadline.subject')}
          skeleton={<SectionSkeleton height={420} />}
          frame={onSurface}
        >
          {report => (
            <>
              <OutlookSection report={report} />
              <DecisionLink report={report} />
              {report.latest && (
                <WeekSection week={report.latest} timeZone={report.timeZone} />
              )}
              <MetricsSection report={report} />
              <SettingsSection
                key={JSON.stringify(report.deadline)}
                report={report}
                onChanged={onChanged}
              />
              <AlertsSection timeZone={report.timeZone} />
              <AnnotationsSection
                timeZone={report.timeZone}
                onChanged={deadline.reload}
              />
              <LogSection key={`log-${changes}`} timeZone={report.timeZone} />
            </>
          )}
        </Loadable>
      </PageContent>
    </>
  );
}

function metadataOf(
  { deadline, daysLeft, timeZone }: DeadlineReport,
  { t, format }: Language,
) {
  const zone = { label: t('common.timeZone'), value: timeZone };
  if (!deadline || daysLeft === null) {
    return [zone];
  }
  const date = t('deadline.dateAndDays', {
    date: format.date(deadline.date),
    days: countDown(daysLeft, t),
  });
  return [
    { label: t('deadline.goal'), value: format.share(deadline.goal) },
    { label: t('deadline.date'), value: date },
    zone,
  ];
}
