import { DigestPeriod } from 'backstage-plugin-adoption-metrics-common';
import { flag, hour, section, weekday } from '../configuration';
import { Recurrence } from '../time';

/** When digests are sent; undefined for one that is not. */
export type DigestConfig = Record<DigestPeriod, Recurrence | undefined>;

const weekly = section({
  enabled: flag()
    .prefault(true)
    .describe('Whether the digest of the last closed week is sent'),
  day: weekday().prefault('monday').describe('On which day of the week'),
  hour: hour().prefault(9).describe('At which hour of the reporting time zone'),
});

const monthly = section({
  enabled: flag()
    .prefault(true)
    .describe('Whether that of the last closed month is sent, on the first'),
  hour: hour().prefault(9).describe('At which hour of the reporting time zone'),
});

/** The configuration below `adoptionMetrics.digest`. */
export const digestConfig = section({
  weekly: weekly.prefault({}),
  monthly: monthly.prefault({}),
}).transform(({ weekly: week, monthly: month }): DigestConfig => {
  return {
    week: week.enabled
      ? { every: 'week', weekday: week.day, hour: week.hour }
      : undefined,
    month: month.enabled ? { every: 'month', hour: month.hour } : undefined,
  };
});
