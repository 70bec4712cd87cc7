import {
  Diagnostic,
  diagnosticOf,
  say,
} from 'backstage-plugin-adoption-metrics-common';
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
  return diagnosticOf(
    'configuration',
    warnings.length === 0
      ? { status: 'ok', detail: [say('health.configuration.ok')] }
      : {
          status: 'warning',
          detail: warnings.map(warning =>
            say('health.configuration.warning', { warning }),
          ),
          fix: say('health.configuration.fix'),
        },
  );
}
