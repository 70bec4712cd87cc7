import { Diagnostics } from 'backstage-plugin-adoption-metrics-common';
import { formatInstant } from '../../time';
import { checkDevelopers, checkScan } from './catalog';
import { checkPermissions, checkSecret } from './configuration';
import { checkHeartbeats } from './heartbeats';
import { checkBatches, checkDroppedEvents, checkOptOuts } from './reports';
import { Sources } from './Sources';

/** Checks what has to be in place for the figures to be true. */
export async function diagnose(sources: Sources): Promise<Diagnostics> {
  const checks = await Promise.all([
    checkBatches(sources),
    checkDroppedEvents(sources),
    checkOptOuts(sources),
    checkDevelopers(sources),
    checkHeartbeats(sources),
    checkScan(sources),
    checkPermissions(sources),
    checkSecret(sources),
  ]);
  return { computedAt: formatInstant(sources.clock.now()), checks };
}
