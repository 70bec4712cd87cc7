import {
  Diagnostic,
  diagnosticOf,
  dropReasons,
  listed,
  say,
  Wording,
} from 'backstage-plugin-adoption-metrics-common';
import { HourlyStore, inSteps } from '../samples';
import { ReportingZone, trailingDays } from '../time';
import { PageLoadStore } from './PageLoadStore';

/** Days over which dropped events are counted. */
const DROPPED_DAYS = 7;

/** More than one dropped event per this many navigations is too many. */
const NAVIGATIONS_PER_DROPPED_EVENT = 100;

/** Fewer are not distinguished from none. */
const FEWEST_EVENTS = 5;

/** Whether browsers dropped a considerable share of their events. */
export async function checkDroppedEvents(sources: {
  pageLoads: Pick<PageLoadStore, 'readDroppedEvents' | 'readNavigations'>;
  hourly: Pick<HourlyStore, 'getOrRead'>;
  zone: ReportingZone;
  now: number;
}): Promise<Diagnostic> {
  const { pageLoads, hourly, zone, now } = sources;
  const days = trailingDays(zone.dayOf(now), DROPPED_DAYS);
  const [reasons, navigations] = await hourly.getOrRead(
    'dropped-events',
    now,
    () =>
      Promise.all([
        pageLoads.readDroppedEvents(days),
        pageLoads.readNavigations(days),
      ]),
  );
  const dropped = sum(reasons);
  const values = { days: DROPPED_DAYS, events: write(dropped) };
  if (dropped * NAVIGATIONS_PER_DROPPED_EVENT <= sum(navigations)) {
    const detail = [say('health.dropped-events.ok', values)];
    return diagnosticOf('dropped-events', { status: 'ok', detail });
  }
  return diagnosticOf('dropped-events', {
    status: 'warning',
    detail: [
      say('health.dropped-events.many', {
        ...values,
        reasons: listed(reasons.map(describe), 'semicolon'),
        navigations: NAVIGATIONS_PER_DROPPED_EVENT,
      }),
    ],
    fix: say('health.dropped-events.fix'),
  });
}

function describe({ reason, n }: { reason: string; n: number }): Wording {
  const known = dropReasons.find(each => each === reason);
  return say('health.dropped-events.reason', {
    reason: known ? say(`health.dropped-events.${known}`) : reason,
    events: write(n),
  });
}

/** One more or less would say that somebody came. */
function write(count: number): Wording {
  const events = inSteps(count);
  return events === 0
    ? say('health.dropped-events.few', { events: FEWEST_EVENTS })
    : say('health.dropped-events.at-least', { events });
}

function sum(counts: Array<{ n: number }>): number {
  return counts.reduce((total, { n }) => total + n, 0);
}
