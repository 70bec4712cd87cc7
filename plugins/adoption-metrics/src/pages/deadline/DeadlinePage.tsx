import { Header } from '@backstage/ui';
import type { DeadlineReport } from 'backstage-plugin-adoption-metrics-common';
import { useDeadline } from '../../api/useAdoptionMetrics';
import { countDown } from '../../ui/deadline/countDown';
import { Loadable } from '../../ui/loading/Loadable';
import { onSurface, PageContent, SectionSkeleton } from '../../ui/Section';
import { AnnotationsSection } from './AnnotationsSection';
import { ForecastSection } from './ForecastSection';
import { LogSection } from './LogSection';
import { MilestonesSection } from './MilestonesSection';
import { StatusSection } from './StatusSection';
import { ToDoSection } from './ToDoSection';
import { useLanguage, type Language } from '../../ui/format';

/** Whether the goal will be reached by its date, and what to do about it. */
export function DeadlinePage() {
  const language = useLanguage();
  const { t } = language;

  const deadline = useDeadline();
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
              <ForecastSection report={report} />
              {report.deadline && (
                <>
                  <ToDoSection report={report} />
                  <MilestonesSection report={report} />
                  <StatusSection report={report} />
                </>
              )}
              <AnnotationsSection
                timeZone={report.timeZone}
                onChanged={deadline.reload}
              />
              <LogSection timeZone={report.timeZone} />
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
