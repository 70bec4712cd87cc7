import { Clock } from 'backstage-plugin-adoption-metrics-node';
import { RouteHandlers } from '../http';
import { Part } from '../parts';
import { formatInstant } from '../time';

/**
 * Says what has to be in place for the metrics to be true.
 *
 * @param parts - of all folders, each with its own diagnostics
 */
export function createDiagnostics(handles: { clock: Clock; parts: Part[] }) {
  const { clock, parts } = handles;
  const checks = parts.flatMap(({ diagnostics }) => diagnostics ?? []);
  const routes = {
    'GET /diagnostics': async () => ({
      computedAt: formatInstant(clock.now()),
      checks: await Promise.all(checks.map(check => check())),
    }),
  } satisfies RouteHandlers;
  return { part: { routes } };
}
