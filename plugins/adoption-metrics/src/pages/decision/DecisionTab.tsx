import { Header } from '@backstage/ui';
import type { DeadlineReport } from 'backstage-plugin-adoption-metrics-common';
import { useDeadline } from '../../api/useAdoptionMetrics';
import { useLanguage } from '../../ui/format';
import { Loadable } from '../../ui/loading/Loadable';
import { onSurface, PageContent, SectionSkeleton } from '../../ui/Section';
import { useAnchor } from '../../ui/useAnchor';
import { ChecklistSection } from './ChecklistSection';
import { DecisionSection } from './DecisionSection';
import { DeadlineSection } from './DeadlineSection';

/** Whether to stay or to switch, and to what. */
export function DecisionTab() {
  const { t } = useLanguage();

  const deadline = useDeadline();
  useAnchor(deadline.value !== undefined);
  return (
    <>
      <Header
        title={t('decision.title')}
        description={t('decision.description')}
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
              <DeadlineSection report={report} />
              {isToDecide(report) && (
                <DecisionSection
                  timeZone={report.timeZone}
                  onDecided={deadline.reload}
                />
              )}
              <ChecklistSection />
            </>
          )}
        </Loadable>
      </PageContent>
    </>
  );
}

function isToDecide({ state, decision }: DeadlineReport): boolean {
  return state === 'missed' && decision === null;
}
