import { HOUR, MINUTE } from '../calendar';
import {
  API_DOCS,
  CATALOG,
  ENTITY,
  GITHUB_ACTIONS,
  HOME,
  installedPages,
  KUBERNETES,
  SCAFFOLDER,
  SEARCH,
  TECHDOCS,
} from '../pages';
import { Story } from './Story';

/**
 * A dedicated team, five use cases, and a year and a half of patience. After
 * ten months, with one in seven developers active, the portal gets half a year
 * to reach its goal, and reaches it.
 *
 * The numbers are from a published account: 250 of 500 developers, page loads
 * of 3.2 seconds, 99.95% uptime, no stale entity after eighteen months.
 */
export const succeeded: Story = {
  id: 'sample-succeeded',
  months: 18,
  newcomers: { count: 60, until: 0.9, tries: 0.8, stays: 0.6 },
  monthsUntilDeadline: 10,
  visitors: {
    regulars: [
      [0, 6],
      [0.55, 14],
      [0.94, 80],
    ],
    occasional: [
      [0, 12],
      [0.55, 34],
      [0.94, 134],
    ],
    curious: [[0, 0]],
  },
  visits: {
    initialLoads: [
      [0, 5.8],
      [0.5, 4.2],
      [1, 3.2],
    ],
    entries: [HOME, HOME, CATALOG, ENTITY],
    destinations: [
      CATALOG,
      CATALOG,
      ENTITY,
      ENTITY,
      ENTITY,
      SEARCH,
      API_DOCS,
      TECHDOCS,
      TECHDOCS,
      SCAFFOLDER,
      GITHUB_ACTIONS,
      KUBERNETES,
    ],
    plugins: [
      ...installedPages(HOME, CATALOG, SEARCH, API_DOCS, TECHDOCS, SCAFFOLDER),
      ...installedPages(GITHUB_ACTIONS, KUBERNETES),
      { id: 'sonarqube', surface: 'card' },
      { id: 'tech-radar', surface: 'page' },
    ],
  },
  outages: [
    { daysBeforeEnd: 430, timeOfDay: 9 * HOUR, minutes: 52 },
    { daysBeforeEnd: 300, timeOfDay: 15 * HOUR, minutes: 38 },
    { daysBeforeEnd: 170, timeOfDay: 12 * HOUR, minutes: 25 },
    { daysBeforeEnd: 80, timeOfDay: 4 * HOUR, minutes: 19 },
    {
      daysBeforeEnd: 22,
      timeOfDay: 13 * HOUR + 10 * MINUTE,
      minutes: 13,
      note: 'A node was drained before its replacement was ready.',
    },
    {
      daysBeforeEnd: 8,
      timeOfDay: 6 * HOUR + 25 * MINUTE,
      minutes: 8,
      note: 'Upgrade to a new release of Backstage.',
    },
  ],
  decay: { atLaunch: 0, first: 1, step: 1 },
  notes: [
    { daysBeforeEnd: 400, text: 'Dedicated portal team of five' },
    { daysBeforeEnd: 240, text: 'Deadline set: 30% by September' },
    {
      daysBeforeEnd: 190,
      text: 'Documentation of all teams moved to TechDocs',
    },
    { daysBeforeEnd: 130, text: 'New services start from templates only' },
    {
      daysBeforeEnd: 60,
      text: 'Portal is part of the first day of new developers',
    },
    { daysBeforeEnd: 4, text: 'Kubernetes tab shows costs' },
  ],
  trials: [],
};
