import { Diagnostic } from 'backstage-plugin-adoption-metrics-common';
import { HourlyStore, inSteps } from '../samples';
import { ReportingZone, trailingDays } from '../time';
import { PageLoadStore } from './PageLoadStore';

/** Days over which dropped events are counted. */
const DROPPED_DAYS = 7;

/** More than one dropped event per this many navigations is too many. */
const NAVIGATIONS_PER_DROPPED_EVENT = 100;

/** Whether browsers dropped a significant share of their events. */
export async function checkDroppedEvents(sources: {
  pageLoads: Pick<PageLoadStore, 'readDroppedEvents' | 'readNavigations'>;
  hourly: Pick<HourlyStore, 'getOrRead'>;
  zone: ReportingZone;
  now: number;
}): Promise<Diagnostic> {
  const { pageLoads, hourly, zone, now } = sources;
  const base = { id: 'dropped-events', label: 'Dropped events' };
  const days = trailingDays(zone.dayOf(now), DROPPED_DAYS);
  const [reasons, navigations] = await hourly.getOrRead(base.id, now, () =>
    Promise.all([
      pageLoads.readDroppedEvents(days),
      pageLoads.readNavigations(days),
    ]),
  );
  const dropped = sum(reasons);
  const said = `Events dropped by browsers in the last ${DROPPED_DAYS} days: ${write(
    dropped,
  )}`;
  if (dropped * NAVIGATIONS_PER_DROPPED_EVENT <= sum(navigations)) {
    return { ...base, status: 'ok', detail: `${said}.` };
  }
  const parts = reasons.map(({ reason, n }) => `${reason}: ${write(n)}`);
  return {
    ...base,
    status: 'warning',
    detail: `${said} (${parts.join(
      '; ',
    )}), more than one per ${NAVIGATIONS_PER_DROPPED_EVENT} navigations.`,
    fix: 'Check that browsers can reach POST /api/adoption-metrics/v1/events. They keep events for up to 72 hours, in limited storage.',
  };
}

/** Rounded, because an exact count could reveal that a single person came. */
function write(count: number): string {
  const steps = inSteps(count);
  return steps === 0 ? 'fewer than 5' : `at least ${steps}`;
}

function sum(counts: Array<{ n: number }>): number {
  return counts.reduce((total, { n }) => total + n, 0);
}
