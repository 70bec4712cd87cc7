import { DigestPeriod } from 'backstage-plugin-adoption-metrics-common';
import { flag, hour, section, weekday } from '../configuration';
import { Recurrence } from '../time';

/** When digests are sent; undefined for one that is not. */
export type DigestConfig = Record<DigestPeriod, Recurrence | undefined>;

const weekly = section({
  enabled: flag().prefault(true).describe('Whether the weekly digest is sent'),
  day: weekday().prefault('monday').describe('Day of the week'),
  hour: hour()
    .prefault(9)
    .describe('Hour of the day in the reporting time zone'),
});

const monthly = section({
  enabled: flag()
    .prefault(true)
    .describe('Whether the monthly digest is sent, on the 1st'),
  hour: hour()
    .prefault(9)
    .describe('Hour of the day in the reporting time zone'),
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
