import { ReportingZone, startOfPeriod } from '../../time';
import { OwnerNoticeConfig } from './config';

const DAYS_A_WEEK = 7;

/** The last moment at which owners were to be told, in ms UTC. */
export function latestDue(
  now: number,
  zone: ReportingZone,
  { weekday, hour }: Pick<OwnerNoticeConfig, 'weekday' | 'hour'>,
): number {
  const monday = startOfPeriod(zone.dayOf(now), 'week');
  const due = zone.instantAt(monday + weekday - 1, hour);
  return due <= now
    ? due
    : zone.instantAt(monday + weekday - 1 - DAYS_A_WEEK, hour);
}
