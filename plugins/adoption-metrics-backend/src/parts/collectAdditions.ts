import { BackendPluginRegistrationPoints } from '@backstage/backend-plugin-api';
import {
  AlertChannel,
  adoptionMetricsAlertsExtensionPoint,
  adoptionMetricsHistoryExtensionPoint,
  adoptionMetricsProbesExtensionPoint,
  adoptionMetricsStalenessExtensionPoint,
  HistorySource,
  ImportSource,
  Probe,
  StalenessRule,
} from 'backstage-plugin-adoption-metrics-node';
import { Additions } from './services';

/**
 * Collects what modules add through extension points. It is validated later,
 * when the plugin is built, because an error in a module would stop the whole
 * backend.
 */
export function collectAdditions(
  env: Pick<BackendPluginRegistrationPoints, 'registerExtensionPoint'>,
): Additions {
  const sources: HistorySource[] = [];
  const imports: ImportSource[] = [];
  const probes: Probe[] = [];
  const rules: StalenessRule[] = [];
  const channels: AlertChannel[] = [];
  env.registerExtensionPoint(adoptionMetricsHistoryExtensionPoint, {
    setSource(given) {
      sources.push(given);
    },
    addImport(given) {
      imports.push(given);
    },
  });
  env.registerExtensionPoint(adoptionMetricsProbesExtensionPoint, {
    addProbe(given) {
      probes.push(given);
    },
  });
  env.registerExtensionPoint(adoptionMetricsStalenessExtensionPoint, {
    addRule(given) {
      rules.push(given);
    },
  });
  env.registerExtensionPoint(adoptionMetricsAlertsExtensionPoint, {
    addChannel(given) {
      channels.push(given);
    },
  });
  return { sources, imports, probes, rules, channels };
}
