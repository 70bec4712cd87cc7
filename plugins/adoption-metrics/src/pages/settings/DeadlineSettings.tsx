import { useDeadline } from '../../api/useAdoptionMetrics';
import { useLanguage } from '../../ui/format';
import { Loadable } from '../../ui/loading/Loadable';
import { onSurface, SectionSkeleton } from '../../ui/Section';
import { useAnchor } from '../../ui/useAnchor';
import { DeadlineSection } from './DeadlineSection';

/** The settings of the deadline, once they are known. */
export function DeadlineSettings() {
  const { t } = useLanguage();

  const deadline = useDeadline();
  useAnchor(deadline.value !== undefined);
  return (
    <Loadable
      loaded={deadline}
      subject={t('deadline.subject')}
      skeleton={<SectionSkeleton height={420} />}
      frame={onSurface}
    >
      {report => (
        <DeadlineSection
          key={JSON.stringify(report.deadline)}
          report={report}
          onChanged={deadline.reload}
        />
      )}
    </Loadable>
  );
}
