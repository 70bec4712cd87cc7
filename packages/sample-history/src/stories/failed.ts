import { HOUR } from '../calendar';
import {
  CATALOG,
  ENTITY,
  HOME,
  installedPages,
  Page,
  pageOf,
  SCAFFOLDER,
  SEARCH,
  TECHDOCS,
} from '../pages';
import { Story } from './Story';

/** Many plugins were installed, and few of them are used. */
const INSTALLED: Page[] = [
  ...[SCAFFOLDER, TECHDOCS],
  ...[
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
    'sentry',
    'sonarqube',
    'tech-radar',
    'todo',
    'vault',
  ].map((pluginId, index) => pageOf(pluginId, 3 + (index % 5))),
];

/**
 * Two people for a portal with more than twenty plugins, and no sponsor. After
 * five months, it gets half a year to reach its goal, and misses the date.
 *
 * The numbers are from a published account: 12 of 150 developers, page loads of
 * more than twelve seconds, 95% uptime, 7 of 47 entities stale after a year.
 */
export const failed: Story = {
  id: 'sample-failed',
  months: 12,
  newcomers: { count: 10, until: 0.9, tries: 0.5, stays: 0 },
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
    plugins: [
      ...installedPages(HOME, CATALOG, SEARCH, ...INSTALLED),
      { id: 'rollbar', surface: 'page' },
      { id: 'xcmetrics', surface: 'page' },
      { id: 'shortcuts', surface: 'card' },
    ],
  },
  outages: [
    { daysBeforeEnd: 320, timeOfDay: 10 * HOUR, minutes: 190 },
    { daysBeforeEnd: 251, timeOfDay: 16 * HOUR, minutes: 420 },
    { daysBeforeEnd: 190, timeOfDay: 19 * HOUR, minutes: 660 },
    { daysBeforeEnd: 132, timeOfDay: 8 * HOUR, minutes: 540 },
    { daysBeforeEnd: 96, timeOfDay: 20 * HOUR, minutes: 720 },
    { daysBeforeEnd: 55, timeOfDay: 19 * HOUR, minutes: 720 },
    {
      daysBeforeEnd: 26,
      timeOfDay: 19 * HOUR,
      minutes: 720,
      note: 'Out of disk space overnight; nobody was on call.',
    },
    {
      daysBeforeEnd: 17,
      timeOfDay: 19 * HOUR,
      minutes: 720,
      note: 'Failed upgrade of the database, rolled back in the morning.',
    },
    {
      daysBeforeEnd: 6,
      timeOfDay: 19 * HOUR,
      minutes: 720,
      note: 'A certificate expired overnight.',
    },
  ],
  decay: { atLaunch: 1, first: 0.15, step: 0.12 },
  notes: [
    { daysBeforeEnd: 360, text: 'Launch with 21 plugins' },
    { daysBeforeEnd: 210, text: 'Deadline set by the CTO' },
    {
      daysBeforeEnd: 150,
      text: 'One of two platform engineers moved to another team',
    },
    { daysBeforeEnd: 40, text: 'Upgrade of Backstage postponed' },
    { daysBeforeEnd: 5, text: 'Vendor demos of Port and Cortex' },
  ],
  trials: [],
};
