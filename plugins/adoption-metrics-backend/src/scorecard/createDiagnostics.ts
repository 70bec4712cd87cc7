import { Clock } from 'backstage-plugin-adoption-metrics-node';
import { AccessControl } from '../http';
import { Part } from '../parts';
import { createDiagnosticsRouter } from './diagnosticsRoutes';

/**
 * Says what has to be in place for the metrics to be true.
 *
 * @param parts - of all folders, each with its own diagnostics
 */
export function createDiagnostics(handles: {
  clock: Clock;
  access: AccessControl;
  parts: Part[];
}) {
  const { clock, access, parts } = handles;
  const checks = parts.flatMap(({ diagnostics }) => diagnostics ?? []);
  return {
    part: { routers: [createDiagnosticsRouter({ access, clock, checks })] },
  };
}
