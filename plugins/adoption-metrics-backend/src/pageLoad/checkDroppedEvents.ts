import { Diagnostic } from 'backstage-plugin-adoption-metrics-common';
import { Day, trailingDays } from '../time';
import { PageLoadStore } from './PageLoadStore';

/** Days over which dropped events are counted. */
const DROPPED_DAYS = 7;

/** More than one dropped event per this many navigations is too many. */
const NAVIGATIONS_PER_DROPPED_EVENT = 100;

/** Whether browsers dropped a considerable share of their events. */
export async function checkDroppedEvents(sources: {
  pageLoads: Pick<PageLoadStore, 'readDroppedEvents' | 'readNavigations'>;
  today: Day;
}): Promise<Diagnostic> {
  const { pageLoads, today } = sources;
  const base = { id: 'dropped-events', label: 'Dropped events' };
  const days = trailingDays(today, DROPPED_DAYS);
  const [reasons, navigations] = await Promise.all([
    pageLoads.readDroppedEvents(days),
    pageLoads.readNavigations(days),
  ]);
  const dropped = sum(reasons);
  if (dropped * NAVIGATIONS_PER_DROPPED_EVENT <= sum(navigations)) {
    const detail = `Events dropped by browsers in the last ${DROPPED_DAYS} days: ${dropped}.`;
    return { ...base, status: 'ok', detail };
  }
  const parts = reasons.map(({ reason, n }) => `${n} ${reason}`).join(', ');
  return {
    ...base,
    status: 'warning',
    detail: `Events dropped by browsers in the last ${DROPPED_DAYS} days: ${dropped} (${parts}), more than one per ${NAVIGATIONS_PER_DROPPED_EVENT} navigations.`,
    fix: 'Check that browsers can reach POST /api/adoption-metrics/v1/events. They keep events for up to 72 hours, in limited storage.',
  };
}

function sum(counts: Array<{ n: number }>): number {
  return counts.reduce((total, { n }) => total + n, 0);
}
