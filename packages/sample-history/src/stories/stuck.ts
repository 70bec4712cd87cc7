import { HOUR, MINUTE } from '../calendar';
import {
  API_DOCS,
  CATALOG,
  ENTITY,
  GITHUB_ACTIONS,
  HOME,
  installedPages,
  KUBERNETES,
  NOTIFICATIONS,
  SCAFFOLDER,
  SEARCH,
  TECHDOCS,
} from '../pages';
import { Story } from './Story';

/**
 * A launch with some curiosity, then the same few people, slow pages, outages,
 * and a catalog that is maintained less and less. After five months, the portal
 * gets half a year to reach its goal, and makes no progress.
 */
export const stuck: Story = {
  id: 'sample',
  months: 9,
  newcomers: { count: 30, until: 1, tries: 0.4, stays: 0.1 },
  monthsUntilDeadline: 5,
  visitors: {
    regulars: [[0, 8]],
    occasional: [[0, 0]],
    curious: [
      [0, 11],
      [0.1, 17],
      [0.25, 16],
      [0.5, 9],
      [1, 8],
    ],
  },
  visits: {
    initialLoads: [
      [0, 7.6],
      [0.4, 7.1],
      [1, 6.7],
    ],
    entries: [HOME, HOME, HOME, CATALOG, ENTITY, TECHDOCS],
    destinations: [
      CATALOG,
      CATALOG,
      ENTITY,
      ENTITY,
      ENTITY,
      SEARCH,
      SEARCH,
      API_DOCS,
      NOTIFICATIONS,
      TECHDOCS,
      TECHDOCS,
      SCAFFOLDER,
      KUBERNETES,
      GITHUB_ACTIONS,
    ],
    // Nobody has opened the last two. Use of a card cannot be observed.
    plugins: [
      ...installedPages(
        ...[HOME, CATALOG, SEARCH, NOTIFICATIONS, API_DOCS, TECHDOCS],
        ...[SCAFFOLDER, KUBERNETES, GITHUB_ACTIONS],
      ),
      { id: 'sonarqube', surface: 'card' },
      { id: 'cost-insights', surface: 'page' },
      { id: 'tech-radar', surface: 'page' },
    ],
  },
  outages: [
    { daysBeforeEnd: 240, timeOfDay: 14 * HOUR + 5 * MINUTE, minutes: 18 },
    { daysBeforeEnd: 205, timeOfDay: 7 * HOUR + 48 * MINUTE, minutes: 5 },
    { daysBeforeEnd: 166, timeOfDay: 21 * HOUR + 12 * MINUTE, minutes: 31 },
    { daysBeforeEnd: 121, timeOfDay: 12 * HOUR + 33 * MINUTE, minutes: 12 },
    { daysBeforeEnd: 83, timeOfDay: 2 * HOUR + 57 * MINUTE, minutes: 40 },
    {
      daysBeforeEnd: 48,
      timeOfDay: 16 * HOUR + 20 * MINUTE,
      minutes: 7,
      note: 'A bad configuration was deployed and rolled back.',
    },
    {
      daysBeforeEnd: 20,
      timeOfDay: 13 * HOUR + 17 * MINUTE,
      minutes: 34,
      note: 'The catalog import used up the memory of both replicas. Memory limit raised.',
    },
    {
      daysBeforeEnd: 9,
      timeOfDay: 8 * HOUR + 41 * MINUTE,
      minutes: 24,
      note: 'The database connection pool was exhausted.',
    },
  ],
  decay: { atLaunch: 2, first: 0.35, step: 0.15 },
  notes: [
    {
      daysBeforeEnd: 200,
      text: 'Launch announced at the engineering all-hands',
    },
    { daysBeforeEnd: 112, text: 'Service templates released' },
    { daysBeforeEnd: 47, text: 'Workshop with Checkout and Payments' },
    {
      daysBeforeEnd: 60,
      text: 'Machine Learning and Infrastructure started trials of Port and Cortex',
    },
    { daysBeforeEnd: 3, text: 'Search results sorted by relevance' },
  ],
  trials: [
    {
      portalId: 'port',
      team: 'group:default/machine-learning',
      daysBeforeEnd: 60,
    },
    {
      portalId: 'cortex',
      team: 'group:default/infrastructure',
      daysBeforeEnd: 45,
    },
  ],
};
