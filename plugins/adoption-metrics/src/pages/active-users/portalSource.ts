import {
  ANY_PORTAL,
  THIS_PORTAL,
  type Portal,
} from 'backstage-plugin-adoption-metrics-common';
import { addDays, type Language } from '../../ui/format';

/** A portal, or all of them together. */
export type ListedPortal = Pick<Portal, 'id' | 'title' | 'headline'> &
  Partial<Portal>;

/** Who says so, and how fresh it is. */
export function sourceOf(
  { id, headline, reportedBy, lastDay }: ListedPortal,
  { t, format }: Language,
): string | undefined {
  if (id === THIS_PORTAL) {
    return t('activeUsers.portals.measured');
  }
  if (id === ANY_PORTAL) {
    return headline.to === null
      ? undefined
      : t('activeUsers.portals.together', {
          day: format.day(addDays(headline.to, -1)),
        });
  }
  if (!reportedBy) {
    return t('activeUsers.portals.nobody');
  }
  return lastDay
    ? t('activeUsers.portals.pushed', {
        subject: reportedBy,
        day: format.day(lastDay),
      })
    : t('activeUsers.portals.nothing', { subject: reportedBy });
}
