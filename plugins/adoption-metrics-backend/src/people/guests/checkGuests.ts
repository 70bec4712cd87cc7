import { Diagnostic } from 'backstage-plugin-adoption-metrics-common';
import { DAY_MS, ReportingZone, writeDay } from '../../time';
import { GuestVisits } from './GuestVisits';

/** Older guest visits are not reported. */
const RECENT_DAYS = 28;

/** How to sign in with an identity that counts. */
export const SIGN_IN =
  'Let people sign in as catalog users, through a provider such as GitHub, Google, or Microsoft with a sign-in resolver (https://backstage.io/docs/auth/identity-resolver). To try it by yourself, add a User entity for yourself to the catalog, set auth.providers.guest.userEntityRef to it, such as user:default/ada, and sign in again.';

/** Whether the portal is used by guests, who cannot be counted. */
export async function checkGuests(known: {
  guests: Pick<GuestVisits, 'lastAt'>;
  zone: ReportingZone;
  now: number;
}): Promise<Diagnostic> {
  const { guests, zone, now } = known;
  const base = { id: 'guests', label: 'Guests' };
  const at = await guests.lastAt();
  if (at === undefined || now - at > RECENT_DAYS * DAY_MS) {
    const detail = `No guest has used the portal in the last ${RECENT_DAYS} days.`;
    return { ...base, status: 'ok', detail };
  }
  return {
    ...base,
    status: 'warning',
    detail: `Guests use the portal, most recently on ${writeDay(
      zone.dayOf(at),
    )}. All guests share one user, so guests are not counted.`,
    fix: SIGN_IN,
  };
}
