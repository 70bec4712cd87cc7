import { Diagnostic } from 'backstage-plugin-adoption-metrics-common';
import { Day, trailingDays } from '../time';
import { PageLoadStore } from './PageLoadStore';

/** Days over which dropped events are counted. */
const DROPPED_DAYS = 7;

/** More dropped events than one for so many navigations are too many. */
const NAVIGATIONS_PER_DROPPED_EVENT = 100;

/** Whether browsers had to drop a considerable part of what they saw. */
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
  const lately = `in the last ${DROPPED_DAYS} days`;
  if (dropped * NAVIGATIONS_PER_DROPPED_EVENT <= sum(navigations)) {
    const detail = `Browsers dropped ${dropped || 'no'} events ${lately}.`;
    return { ...base, status: 'ok', detail };
  }
  const parts = reasons.map(({ reason, n }) => `${n} ${reason}`).join(', ');
  return {
    ...base,
    status: 'warning',
    detail: `Browsers dropped ${dropped} events ${lately} (${parts}), over one for every ${NAVIGATIONS_PER_DROPPED_EVENT} navigations.`,
    fix: 'Check that browsers reach POST /api/adoption-metrics/v1/events: events wait for 72 hours, and in a limited store.',
  };
}

function sum(counts: Array<{ n: number }>): number {
  return counts.reduce((total, { n }) => total + n, 0);
}
