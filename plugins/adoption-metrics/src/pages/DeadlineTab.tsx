import { Header } from '@backstage/ui';
import type { ProgrammeReport } from 'backstage-plugin-adoption-metrics-common';
import { useState } from 'react';
import { formatDate, formatShare } from '../ui/format';
import { useProgramme } from '../api/useAdoptionMetrics';
import { countDown } from '../ui/deadline/countDown';
import { Loadable } from '../ui/loading/Loadable';
import { onSurface, PageContent, SectionSkeleton } from '../ui/Section';
import { AlertsSection } from './alerts/AlertsSection';
import { AnnotationsSection } from './deadline/AnnotationsSection';
import { DecisionSection } from './decision/DecisionSection';
import { FiguresSection } from './deadline/FiguresSection';
import { LogSection } from './deadline/LogSection';
import { OutlookSection } from './deadline/OutlookSection';
import { RescueSection } from './decision/RescueSection';
import { SettingsSection } from './settings/SettingsSection';
import { WeekSection } from './deadline/WeekSection';

/**
 * Whether the goal will be reached by its date, and what to do about it. The
 * tab is put together here, since its sections come from several folders.
 */
export function DeadlineTab() {
  const programme = useProgramme();
  // A change is noted in the log, which is then read again.
  const [changes, setChanges] = useState(0);
  const onChanged = () => {
    setChanges(count => count + 1);
    programme.reload();
  };
  // Only a decision is an annotation: what somebody is writing stays otherwise.
  const [decided, setDecided] = useState(0);
  const onDecided = () => {
    setDecided(count => count + 1);
    programme.reload();
  };
  return (
    <>
      <Header
        title="Deadline"
        description="A portal that is stuck gets a date. Will the goal be reached by then?"
        metadata={programme.value && metadataOf(programme.value)}
      />
      <PageContent>
        <Loadable
          loaded={programme}
          subject="The programme"
          skeleton={<SectionSkeleton height={420} />}
          frame={onSurface}
        >
          {report => (
            <>
              <OutlookSection report={report} />
              {report.state === 'missed' && !report.decision && (
                <DecisionSection
                  timeZone={report.timeZone}
                  onDecided={onDecided}
                />
              )}
              {isRescue(report) && <RescueSection key={`steps-${changes}`} />}
              {report.latest && <WeekSection week={report.latest} />}
              <FiguresSection report={report} />
              <SettingsSection
                key={JSON.stringify(report.programme)}
                programme={report.programme}
                onChanged={onChanged}
              />
              <AlertsSection timeZone={report.timeZone} />
              <AnnotationsSection
                key={`annotations-${decided}`}
                timeZone={report.timeZone}
                onChanged={programme.reload}
              />
              <LogSection key={`log-${changes}`} timeZone={report.timeZone} />
            </>
          )}
        </Loadable>
      </PageContent>
    </>
  );
}

// A portal that was never stuck, or has made it, needs none.
function isRescue({ state, suggestion }: ProgrammeReport): boolean {
  return state === null ? suggestion !== null : state !== 'achieved';
}

function metadataOf({ programme, daysLeft, timeZone }: ProgrammeReport) {
  const zone = { label: 'Reporting zone', value: timeZone };
  return programme && daysLeft !== null
    ? [
        { label: 'Goal', value: formatShare(programme.goal) },
        {
          label: 'Deadline',
          value: `${formatDate(programme.deadline)}, ${countDown(daysLeft)}`,
        },
        zone,
      ]
    : [zone];
}
