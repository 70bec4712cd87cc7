import { Diagnostic } from 'backstage-plugin-adoption-metrics-common';
import { Day, writeDay } from '../../time';
import { PortalConfig } from './config';
import { STALE_DAYS } from './coverage';
import { PortalStore } from './PortalStore';

const FIX =
  'Check the job that reports it, and post the missing days; late days count. See docs/portals.md.';

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
      return [`No activity of ${title} has been reported yet.`];
    }
    return lastDay < today - STALE_DAYS
      ? [`The last reported day of ${title} is ${writeDay(lastDay)}.`]
      : [];
  });
  if (silent.length > 0) {
    return { ...base, status: 'warning', detail: silent.join(' '), fix: FIX };
  }
  const detail =
    portals.length === 0
      ? 'No other portals are configured.'
      : 'All other portals have reported within the last week.';
  return { ...base, status: 'ok', detail };
}
