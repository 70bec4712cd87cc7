import type {
  Diagnostic,
  Diagnostics,
} from 'backstage-plugin-adoption-metrics-common';
import { useDiagnostics } from '../../api/useAdoptionMetrics';
import { dataHealthId } from '../../ui/anchors';
import { LoadedSection } from '../../ui/loading/LoadedSection';
import { DiagnosticItem } from './DiagnosticItem';
import { useLanguage, type Language } from '../../ui/format';
import { useAnchor } from '../../ui/useAnchor';
import styles from './DataHealthSection.module.css';

const urgency: Diagnostic['status'][] = ['problem', 'warning', 'unknown', 'ok'];

/** Whether the data can be trusted, the worst first. */
export function DataHealthSection() {
  const language = useLanguage();
  const { t } = language;

  const diagnostics = useDiagnostics();
  useAnchor(diagnostics.value !== undefined);
  return (
    <LoadedSection
      title={t('settings.diagnostics.title')}
      id={dataHealthId}
      description={value => summaryOf(value, language)}
      loaded={diagnostics}
      height={480}
    >
      {value => <CheckList diagnostics={value} />}
    </LoadedSection>
  );
}

function CheckList(props: { diagnostics: Diagnostics }) {
  const { checks, computedAt } = props.diagnostics;
  const { t } = useLanguage();

  const sorted = urgency.flatMap(status =>
    checks.filter(check => check.status === status),
  );
  return (
    <ul className={styles.checks} aria-label={t('settings.diagnostics.checks')}>
      {sorted.map(check => (
        <DiagnosticItem
          key={check.id}
          diagnostic={check}
          computedAt={computedAt}
        />
      ))}
    </ul>
  );
}

function summaryOf({ checks }: Diagnostics, { t, format }: Language): string {
  const ok = checks.filter(({ status }) => status === 'ok').length;
  return t('settings.diagnostics.summary', {
    ok: format.count(ok),
    total: format.count(checks.length),
  });
}
