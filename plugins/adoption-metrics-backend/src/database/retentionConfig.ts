import { z } from 'zod';
import { days, refuseKey, section } from '../configuration';

/**
 * The configuration below `adoptionMetrics.retention`: how many days collected
 * data is kept. The rules of the folders define the lower limits, below which
 * metrics would be wrong.
 */
export const retentionConfig = section({
  activity: days({ least: '100 days', example: '396 days' })
    .prefault('396 days')
    .describe('Who was active on which day'),
  people: days({ least: '100 days', example: '761 days' })
    .prefault('761 days')
    .describe(
      'Pseudonyms after the last active day, and past memberships of developers and teams; at least as long as `activity`. Current developers and people who opted out are kept',
    ),
  daily: days({ least: '100 days', example: '761 days' })
    .prefault('761 days')
    .describe(
      'Daily counts of page loads and actions, and breakdowns of metrics; the metrics themselves are kept forever',
    ),
  uptime: days({ least: '366 days', example: '761 days' })
    .prefault('761 days')
    .describe(
      'Heartbeats, component states, maintenance windows, and incident notes',
    ),
  catalog: days({ least: '366 days', example: '761 days' })
    .prefault('761 days')
    .describe('Catalog scans, and who confirmed which entity'),
  alerts: days({ least: '30 days', example: '761 days' })
    .prefault('761 days')
    .describe('Alerts and their delivery status'),
}).superRefine(({ activity, people }, context) => {
  // Activity refers to people, so they have to be kept at least as long.
  if (people < activity) {
    const fault = `is ${people} days; expected at least the ${activity} days of adoptionMetrics.retention.activity`;
    refuseKey(context, ['people'], fault);
  }
});

/** Retention periods in days, by kind of data. */
export type RetentionPeriods = z.output<typeof retentionConfig>;
