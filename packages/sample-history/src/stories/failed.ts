import { HOUR } from '../calendar';
import { CATALOG, ENTITY, HOME, Page, pageOf, SEARCH } from '../pages';
import { Story } from './Story';

/** Much was installed for everybody, and little of it is used. */
const INSTALLED: Page[] = [
  'api-docs',
  'argo-cd',
  'cost-insights',
  'datadog',
  'explore',
  'feedback',
  'github-actions',
  'grafana',
  'jenkins',
  'jira',
  'kafka',
  'kubernetes',
  'lighthouse',
  'pagerduty',
  'scaffolder',
  'sentry',
  'sonarqube',
  'tech-radar',
  'techdocs',
  'todo',
  'vault',
].map((pluginId, index) => pageOf(pluginId, 3 + (index % 5)));

/**
 * Two people for a portal of more than twenty plugins, and nobody who stands
 * up for it. It gets half a year after five months, and misses the date.
 *
 * The numbers are those of a published account: 12 of 150 developers, pages of
 * more than twelve seconds, 95% uptime, 7 of 47 entities stale after a year.
 */
export const failed: Story = {
  id: 'sample-failed',
  months: 12,
  newcomers: { count: 10, until: 0.9 },
  monthsUntilDeadline: 5,
  visitors: {
    regulars: [
      [0, 5],
      [0.5, 3],
    ],
    occasional: [
      [0, 14],
      [0.2, 14],
      [0.6, 9],
    ],
    curious: [[0, 0]],
  },
  visits: {
    initialLoads: [
      [0, 8.5],
      [0.5, 10.5],
      [1, 12.6],
    ],
    entries: [HOME, CATALOG, ENTITY],
    destinations: [
      ...Array(12).fill(CATALOG),
      ...Array(12).fill(ENTITY),
      ...Array(4).fill(SEARCH),
      ...INSTALLED,
    ],
  },
  outages: [
    { daysBeforeEnd: 320, timeOfDay: 10 * HOUR, minutes: 190 },
    { daysBeforeEnd: 251, timeOfDay: 16 * HOUR, minutes: 420 },
    { daysBeforeEnd: 190, timeOfDay: 19 * HOUR, minutes: 660 },
    { daysBeforeEnd: 132, timeOfDay: 8 * HOUR, minutes: 540 },
    { daysBeforeEnd: 96, timeOfDay: 20 * HOUR, minutes: 720 },
    { daysBeforeEnd: 55, timeOfDay: 19 * HOUR, minutes: 720 },
    { daysBeforeEnd: 26, timeOfDay: 19 * HOUR, minutes: 720 },
    { daysBeforeEnd: 17, timeOfDay: 19 * HOUR, minutes: 720 },
    { daysBeforeEnd: 6, timeOfDay: 19 * HOUR, minutes: 720 },
  ],
  decay: { atLaunch: 1, first: 0.15, step: 0.12 },
};
