import {
  Diagnostic,
  diagnosticOf,
  say,
} from 'backstage-plugin-adoption-metrics-common';
import { DAY_MS, ReportingZone, sayDay } from '../../time';
import { GuestVisits } from './GuestVisits';

/** Older guest visits are not reported. */
const RECENT_DAYS = 28;

/** Whether the portal is used by guests, who are nobody in particular. */
export async function checkGuests(known: {
  guests: Pick<GuestVisits, 'lastAt'>;
  zone: ReportingZone;
  now: number;
}): Promise<Diagnostic> {
  const { guests, zone, now } = known;
  const at = await guests.lastAt();
  if (at === undefined || now - at > RECENT_DAYS * DAY_MS) {
    const detail = [say('health.guests.ok', { days: RECENT_DAYS })];
    return diagnosticOf('guests', { status: 'ok', detail });
  }
  const day = sayDay(zone.dayOf(at));
  return diagnosticOf('guests', {
    status: 'warning',
    detail: [say('health.guests.seen', { day })],
    fix: say('health.guests.fix'),
  });
}
