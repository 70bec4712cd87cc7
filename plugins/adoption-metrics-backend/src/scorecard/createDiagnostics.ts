import { Diagnostic } from 'backstage-plugin-adoption-metrics-common';
import { Clock } from 'backstage-plugin-adoption-metrics-node';
import { RouteHandlers } from '../http';
import { Part } from '../parts';
import { formatInstant } from '../time';

/**
 * Says what has to be in place for the metrics to be true.
 *
 * @param parts - of all folders, each with its own diagnostics
 */
export function createDiagnostics(handles: {
  clock: Clock;
  parts: Part[];
  /** What the configuration says that has no effect, in sentences. */
  warnings: string[];
}) {
  const { clock, parts, warnings } = handles;
  const checks = [
    async () => checkConfiguration(warnings),
    ...parts.flatMap(({ diagnostics }) => diagnostics ?? []),
  ];
  const routes = {
    'GET /diagnostics': async () => ({
      computedAt: formatInstant(clock.now()),
      checks: await Promise.all(checks.map(check => check())),
    }),
  } satisfies RouteHandlers;
  return { part: { routes } };
}

function checkConfiguration(warnings: string[]): Diagnostic {
  const base = { id: 'configuration', label: 'Configuration' };
  return warnings.length === 0
    ? {
        ...base,
        status: 'ok',
        detail: 'All adoptionMetrics keys are valid.',
      }
    : {
        ...base,
        status: 'warning',
        detail: `${warnings.join('. ')}.`,
        fix: 'Correct app-config.yaml, and restart the backend.',
      };
}
