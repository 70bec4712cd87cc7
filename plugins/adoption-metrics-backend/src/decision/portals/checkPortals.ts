import {
  Diagnostic,
  diagnosticOf,
  say,
} from 'backstage-plugin-adoption-metrics-common';
import { Day, sayDay } from '../../time';
import { PortalConfig } from './config';
import { STALE_DAYS } from './coverage';
import { PortalStore } from './PortalStore';

/** Whether other portals are reported; ok where there are none. */
export async function checkPortals(known: {
  portals: PortalConfig[];
  store: Pick<PortalStore, 'freshness'>;
  today: Day;
}): Promise<Diagnostic> {
  const { portals, store, today } = known;
  const freshness = await store.freshness();
  const silent = portals.flatMap(({ id, title: portal }) => {
    const { lastDay } = freshness.get(id) ?? {};
    if (lastDay === undefined) {
      return [say('health.portals.silent', { portal })];
    }
    return lastDay < today - STALE_DAYS
      ? [say('health.portals.late', { portal, day: sayDay(lastDay) })]
      : [];
  });
  if (silent.length > 0) {
    const fix = say('health.portals.fix');
    return diagnosticOf('portals', { status: 'warning', detail: silent, fix });
  }
  const detail =
    portals.length === 0
      ? say('health.portals.none')
      : say('health.portals.ok');
  return diagnosticOf('portals', { status: 'ok', detail: [detail] });
}
