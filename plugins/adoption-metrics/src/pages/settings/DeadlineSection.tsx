import type { DeadlineReport } from 'backstage-plugin-adoption-metrics-common';
import { deadlineSettingsId } from '../../ui/anchors';
import { useLanguage } from '../../ui/format';
import { Section } from '../../ui/Section';
import { DeadlineFacts } from './DeadlineFacts';
import { DeadlineForm } from './DeadlineForm';
import styles from '../../ui/layout.module.css';

interface DeadlineSectionProps {
  report: Pick<
    DeadlineReport,
    'deadline' | 'configuredRecipients' | 'mayChange'
  >;
  /** Called once a change is stored. */
  onChanged: () => void;
}

/** The deadline as it is set: a form for those who may change it. */
export function DeadlineSection(props: DeadlineSectionProps) {
  const { report, onChanged } = props;
  const { deadline, mayChange } = report;
  const { t } = useLanguage();

  const isConfigured = deadline?.source === 'configuration';
  const isForm = mayChange && !isConfigured;
  return (
    <Section
      id={deadlineSettingsId}
      title={
        deadline || !isForm
          ? t('settings.deadline.title')
          : t('settings.deadline.titleWithout')
      }
    >
      {isForm ? (
        <DeadlineForm report={report} onChanged={onChanged} />
      ) : (
        <div className={styles.stack}>
          <DeadlineFacts report={report} />
          <WhereToChange isConfigured={isConfigured} />
        </div>
      )}
    </Section>
  );
}

function WhereToChange(props: { isConfigured: boolean }) {
  const { t } = useLanguage();

  return (
    <p className={styles.quiet}>
      {props.isConfigured
        ? t('settings.deadline.configured', {
            key: <code>adoptionMetrics.deadline</code>,
          })
        : t('settings.deadline.readOnly', {
            permission: <code>adoption-metrics.deadline.manage</code>,
            administrators: <code>adoptionMetrics.administrators</code>,
          })}
    </p>
  );
}
