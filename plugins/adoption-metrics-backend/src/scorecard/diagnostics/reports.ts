import { Diagnostic } from 'backstage-plugin-adoption-metrics-common';
import { formatInstant, trailingDays } from '../../time';
import { Sources } from './Sources';

const DAY_MS = 86_400_000;

/** Days over which given up events are counted. */
const DROPPED_DAYS = 7;

/** More given up events than one for so many navigations are too many. */
const NAVIGATIONS_PER_DROPPED_EVENT = 100;

const FIX_REPORTS =
  'Install backstage-plugin-adoption-metrics in the app, sign in and click around.';

/** Whether browsers report; what a sample history told is not theirs. */
export async function checkBatches(sources: Sources): Promise<Diagnostic> {
  const { activity, history, clock } = sources;
  const base = { id: 'last-batch', label: 'Events from browsers' };
  const [at, told] = await Promise.all([
    activity.lastBatchAt(),
    history.read(),
  ]);
  if (at === undefined) {
    const detail = 'No browser has reported anything yet.';
    return { ...base, status: 'problem', detail, fix: FIX_REPORTS };
  }
  if (told && at < told.until) {
    const since = formatInstant(told.until);
    const detail = `Only the sample history: no browser has reported anything since it was told, at ${since}.`;
    return { ...base, status: 'warning', detail, fix: FIX_REPORTS };
  }
  return clock.now() - at < DAY_MS
    ? {
        ...base,
        status: 'ok',
        detail: 'Browsers report what people do.',
        at: formatInstant(at),
      }
    : {
        ...base,
        status: 'warning',
        detail: 'No browser has reported anything for over a day.',
        fix: FIX_REPORTS,
        at: formatInstant(at),
      };
}

/** Whether browsers had to give up a considerable part of what they saw. */
export async function checkDroppedEvents({
  pageLoads,
  zone,
  clock,
}: Sources): Promise<Diagnostic> {
  const base = { id: 'dropped-events', label: 'Events that were given up' };
  const days = trailingDays(zone.dayOf(clock.now()), DROPPED_DAYS);
  const [reasons, navigations] = await Promise.all([
    pageLoads.readDroppedEvents(days),
    pageLoads.readNavigations(days),
  ]);
  const dropped = sum(reasons);
  const lately = `in the last ${DROPPED_DAYS} days`;
  if (dropped * NAVIGATIONS_PER_DROPPED_EVENT <= sum(navigations)) {
    const detail = `Browsers gave up ${dropped || 'no'} events ${lately}.`;
    return { ...base, status: 'ok', detail };
  }
  const parts = reasons.map(({ reason, n }) => `${n} ${reason}`).join(', ');
  return {
    ...base,
    status: 'warning',
    detail: `Browsers gave up ${dropped} events ${lately} (${parts}), over one for every ${NAVIGATIONS_PER_DROPPED_EVENT} navigations.`,
    fix: 'Check that browsers reach POST /api/adoption-metrics/v1/events: events wait for 72 hours, and in a limited store.',
  };
}

/** How many people the figures leave out because they asked for it. */
export async function checkOptOuts({
  activity,
  privacyFloor,
}: Sources): Promise<Diagnostic> {
  const people = await activity.countOptedOut();
  return {
    id: 'opt-outs',
    label: 'People who opted out',
    status: 'ok',
    detail: describeOptOuts(people, privacyFloor),
  };
}

function describeOptOuts(people: number, floor: number): string {
  if (people === 0) {
    return 'Nobody asked not to be counted.';
  }
  const number = people < floor ? `Fewer than ${floor}` : people;
  return `${number} people asked not to be counted; no figure includes them.`;
}

function sum(counts: Array<{ n: number }>): number {
  return counts.reduce((total, { n }) => total + n, 0);
}
