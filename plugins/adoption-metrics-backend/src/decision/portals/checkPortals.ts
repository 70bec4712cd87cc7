import { Diagnostic } from 'backstage-plugin-adoption-metrics-common';
import { Day, writeDay } from '../../time';
import { PortalConfig } from './config';
import { STALE_DAYS } from './coverage';
import { PortalStore } from './PortalStore';

const FIX =
  'Check whatever pushes it, and post the days that are missing: late days count. docs/portals.md has recipes.';

/** Whether other portals are reported; ok where there are none. */
export async function checkPortals(known: {
  portals: PortalConfig[];
  store: Pick<PortalStore, 'freshness'>;
  today: Day;
}): Promise<Diagnostic> {
  const { portals, store, today } = known;
  const base = { id: 'portals', label: 'Other portals' };
  const freshness = await store.freshness();
  const silent = portals.flatMap(({ id, title }) => {
    const { lastDay } = freshness.get(id) ?? {};
    if (lastDay === undefined) {
      return [`Nothing was reported of ${title} yet.`];
    }
    return lastDay < today - STALE_DAYS
      ? [`The last day that was reported of ${title} is ${writeDay(lastDay)}.`]
      : [];
  });
  if (silent.length > 0) {
    return { ...base, status: 'warning', detail: silent.join(' '), fix: FIX };
  }
  const detail =
    portals.length === 0
      ? 'No other portal is measured.'
      : 'All other portals were reported within a week.';
  return { ...base, status: 'ok', detail };
}
