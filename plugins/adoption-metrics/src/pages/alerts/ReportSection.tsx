import { reportRouteRef } from '../../routes';
import { reportId } from '../../ui/anchors';
import { useLanguage } from '../../ui/format';
import { Section } from '../../ui/Section';
import { TextLink } from '../../ui/TextLink';
import { usePageLink } from '../../ui/usePageLink';
import { lastQuarter } from '../../ui/format/reportPeriods';
import styles from '../../ui/layout.module.css';

/** The way to the printable report, of a month or a quarter. */
export function ReportSection() {
  const { t } = useLanguage();

  const report = usePageLink(reportRouteRef);
  if (!report) {
    return null;
  }
  const quarter = lastQuarter(new Date().toISOString().slice(0, 10));
  return (
    <Section title={t('alerts.report.title')} id={reportId}>
      <div className={styles.stack}>
        <p className={styles.quiet}>{t('alerts.report.description')}</p>
        <div className={styles.line}>
          <TextLink href={report}>{t('alerts.report.month')}</TextLink>
          <TextLink href={`${report}?period=${quarter}`}>
            {t('alerts.report.quarter')}
          </TextLink>
        </div>
      </div>
    </Section>
  );
}
