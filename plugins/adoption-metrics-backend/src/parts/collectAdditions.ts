import { BackendPluginRegistrationPoints } from '@backstage/backend-plugin-api';
import {
  AlertChannel,
  adoptionMetricsAlertsExtensionPoint,
  adoptionMetricsHistoryExtensionPoint,
  adoptionMetricsProbesExtensionPoint,
  adoptionMetricsStalenessExtensionPoint,
  HistorySource,
  Probe,
  StalenessRule,
} from 'backstage-plugin-adoption-metrics-node';
import { assertChannel } from './alerts';
import { assertAddable } from './catalog';
import { Additions } from './parts';

/**
 * Lets modules add to the plugin.
 *
 * @returns gives what they have added
 * @throws Error, from what is returned, for the first addition that cannot be
 * used. The module itself learns nothing: a module that throws stops the portal.
 */
export function collectAdditions(
  env: Pick<BackendPluginRegistrationPoints, 'registerExtensionPoint'>,
): () => Additions {
  const additions: Additions = {
    source: undefined,
    probes: [],
    rules: [],
    channels: [],
  };
  const faults: unknown[] = [];
  const noting =
    <T>(add: (given: T) => void) =>
    (given: T) => {
      try {
        add(given);
      } catch (fault) {
        faults.push(fault);
      }
    };

  env.registerExtensionPoint(adoptionMetricsHistoryExtensionPoint, {
    setSource: noting<HistorySource>(given => {
      if (additions.source) {
        throw new Error(
          `A history source is set already ('${additions.source.id}'); there can be one`,
        );
      }
      additions.source = given;
    }),
  });
  env.registerExtensionPoint(adoptionMetricsProbesExtensionPoint, {
    // Their names are compared with the configured ones, too, later.
    addProbe: noting<Probe>(given => {
      additions.probes.push(given);
    }),
  });
  env.registerExtensionPoint(adoptionMetricsStalenessExtensionPoint, {
    addRule: noting<StalenessRule>(given => {
      assertAddable(given, additions.rules);
      additions.rules.push(given);
    }),
  });
  env.registerExtensionPoint(adoptionMetricsAlertsExtensionPoint, {
    addChannel: noting<AlertChannel>(given => {
      assertChannel(given, additions.channels);
      additions.channels.push(given);
    }),
  });

  return () => {
    if (faults.length > 0) {
      throw faults[0];
    }
    return additions;
  };
}
