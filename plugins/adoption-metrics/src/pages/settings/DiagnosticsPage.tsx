import { Header } from '@backstage/ui';
import type {
  Diagnostic,
  Diagnostics,
} from 'backstage-plugin-adoption-metrics-common';
import { useDiagnostics } from '../../api/useAdoptionMetrics';
import { Loadable } from '../../ui/loading/Loadable';
import { onSurface, PageContent, SectionSkeleton } from '../../ui/Section';
import { Surface } from '../../ui/Surface';
import { DiagnosticItem } from './DiagnosticItem';
import { useLanguage, type Language } from '../../ui/format';
import styles from './DiagnosticsPage.module.css';

const urgency: Diagnostic['status'][] = ['problem', 'warning', 'unknown', 'ok'];

/** Whether the data can be trusted, the worst first. */
export function DiagnosticsPage() {
  const language = useLanguage();
  const { t } = language;

  const diagnostics = useDiagnostics();
  return (
    <>
      <Header
        title={t('settings.diagnostics.title')}
        description={t('settings.diagnostics.description')}
        metadata={diagnostics.value && metadataOf(diagnostics.value, language)}
      />
      <PageContent>
        <Loadable
          loaded={diagnostics}
          subject={t('settings.diagnostics.subject')}
          skeleton={<SectionSkeleton height={480} />}
          frame={onSurface}
        >
          {value => <CheckList diagnostics={value} />}
        </Loadable>
      </PageContent>
    </>
  );
}

function CheckList(props: { diagnostics: Diagnostics }) {
  const { checks, computedAt } = props.diagnostics;
  const { t } = useLanguage();

  const sorted = urgency.flatMap(status =>
    checks.filter(check => check.status === status),
  );
  return (
    <Surface>
      <ul
        className={styles.checks}
        aria-label={t('settings.diagnostics.checks')}
      >
        {sorted.map(check => (
          <DiagnosticItem
            key={check.id}
            diagnostic={check}
            computedAt={computedAt}
          />
        ))}
      </ul>
    </Surface>
  );
}

function metadataOf({ checks }: Diagnostics, { t, format }: Language) {
  const inOrder = checks.filter(({ status }) => status === 'ok').length;
  return [
    {
      label: t('settings.diagnostics.inOrder'),
      value: t('common.partOfWhole', {
        part: format.count(inOrder),
        whole: format.count(checks.length),
      }),
    },
  ];
}
