import type { DeadlineReport } from 'backstage-plugin-adoption-metrics-common';
import { useDeadline } from '../../api/useAdoptionMetrics';
import { countDown } from '../../ui/deadline/countDown';
import { Loadable } from '../../ui/loading/Loadable';
import { PageVerdict } from '../../ui/PageVerdict';
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
    <PageContent>
      <Loadable
        loaded={deadline}
        subject={t('deadline.subject')}
        skeleton={<SectionSkeleton height={420} />}
        frame={onSurface}
      >
        {report => (
          <>
            <PageVerdict
              title={t('deadline.title')}
              moment={momentOf(report, language)}
            >
              {verdictOf(report, language)}
            </PageVerdict>
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
  );
}

function verdictOf(
  { deadline, state }: DeadlineReport,
  { t, format }: Language,
): string {
  return deadline && state
    ? t(`deadline.verdict.${state}`, {
        goal: format.share(deadline.goal),
        date: format.date(deadline.date),
      })
    : t('deadline.verdict.none');
}

function momentOf(
  { daysLeft, history, timeZone }: DeadlineReport,
  { t, format }: Language,
): string[] {
  const last = history.findLast(({ share }) => share !== null);
  const moment = [
    ...(daysLeft === null ? [] : [countDown(daysLeft, t)]),
    ...(last ? [t('overview.dataThrough', { day: format.day(last.day) })] : []),
  ];
  return moment.length === 0 ? [] : [...moment, timeZone];
}
