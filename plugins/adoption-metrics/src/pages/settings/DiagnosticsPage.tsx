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
import styles from './DiagnosticsPage.module.css';

const urgency: Diagnostic['status'][] = ['problem', 'warning', 'unknown', 'ok'];

/** What has to be in place for the metrics to be true, the worst first. */
export function DiagnosticsPage() {
  const diagnostics = useDiagnostics();
  return (
    <>
      <Header
        title="Diagnostics"
        description="What has to be in place for the metrics to be true, and what to do where it is not."
        metadata={diagnostics.value && metadataOf(diagnostics.value)}
      />
      <PageContent>
        <Loadable
          loaded={diagnostics}
          subject="The diagnostics"
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
  const sorted = urgency.flatMap(status =>
    checks.filter(check => check.status === status),
  );
  return (
    <Surface>
      <ul className={styles.checks} aria-label="Checks">
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

function metadataOf({ checks }: Diagnostics) {
  const inOrder = checks.filter(({ status }) => status === 'ok').length;
  return [{ label: 'In order', value: `${inOrder} of ${checks.length}` }];
}
