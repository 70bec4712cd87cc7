import type {
  Diagnostic,
  Diagnostics,
} from 'backstage-plugin-adoption-metrics-common';
import { useDiagnostics } from '../../api/useAdoptionMetrics';
import { dataHealthId } from '../../ui/anchors';
import { Details } from '../../ui/Details';
import { LoadedSection } from '../../ui/loading/LoadedSection';
import { DiagnosticItem } from './DiagnosticItem';
import { useLanguage, type Language } from '../../ui/format';
import { useAnchor } from '../../ui/useAnchor';
import styles from './DataHealthSection.module.css';

/** Of the checks that are not OK, the worst first. */
const urgency: Diagnostic['status'][] = ['problem', 'warning', 'unknown'];

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
      {value => <Checks diagnostics={value} />}
    </LoadedSection>
  );
}

/** What needs attention; the rest is folded. */
function Checks(props: { diagnostics: Diagnostics }) {
  const { checks, computedAt } = props.diagnostics;
  const { t } = useLanguage();

  const open = urgency.flatMap(status =>
    checks.filter(check => check.status === status),
  );
  const passed = checks.filter(({ status }) => status === 'ok');
  return (
    <>
      {open.length > 0 && (
        <CheckList
          name={t('settings.diagnostics.checks')}
          checks={open}
          computedAt={computedAt}
        />
      )}
      {passed.length > 0 && (
        <Details
          summary={t('settings.diagnostics.passed', { count: passed.length })}
        >
          <CheckList
            name={t('settings.diagnostics.passedChecks')}
            checks={passed}
            computedAt={computedAt}
          />
        </Details>
      )}
    </>
  );
}

function CheckList(props: {
  name: string;
  checks: Diagnostic[];
  computedAt: string;
}) {
  const { name, checks, computedAt } = props;
  return (
    <ul className={styles.checks} aria-label={name}>
      {checks.map(check => (
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
