import { Diagnostic } from 'backstage-plugin-adoption-metrics-common';
import { Clock } from 'backstage-plugin-adoption-metrics-node';
import { RouteHandlers } from '../http';
import { Part } from '../parts';
import { formatInstant } from '../time';

/**
 * Reports whether everything the metrics depend on is in place.
 *
 * @param parts - with the diagnostics of each folder
 */
export function createDiagnostics(handles: {
  clock: Clock;
  parts: Part[];
  /** Keys that have no effect, each as a sentence. */
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
