import type {
  DeveloperPreview,
  MyData,
} from 'backstage-plugin-adoption-metrics-common';
import { computedAt, daysBack, timeZone } from './days';
import { teamUse } from './activity';

const activeDays = daysBack(60).filter((_, index) => index % 7 < 3);

export const myData: MyData = {
  computedAt,
  timeZone,
  guest: false,
  optedOut: false,
  developer: { counted: true, since: '2026-02-16' },
  teams: [{ id: 'group:default/platform', name: 'Platform' }],
  spans: [
    { teamId: null, from: '2026-02-16', to: null },
    { teamId: 'group:default/mobile', from: '2026-02-16', to: '2026-06-01' },
    { teamId: 'group:default/platform', from: '2026-06-01', to: null },
  ],
  attributes: [
    { id: 'location', value: 'Berlin', from: '2026-02-02', to: null },
  ],
  firstDay: '2026-02-17',
  lastDay: activeDays[activeDays.length - 1],
  activeDays,
  pluginDays: activeDays
    .slice(-12)
    .flatMap((day, index) => [
      { day, pluginId: 'catalog' },
      ...(index % 2 === 0 ? [{ day, pluginId: 'search' }] : []),
    ]),
  portals: [],
  actionDays: activeDays
    .slice(-12)
    .flatMap((day, index) =>
      index % 2 === 0 ? [{ day, kind: 'search' as const }] : [],
    ),
  batches: { held: 31, newestAt: '2026-11-23T09:13:41.000Z' },
  breakdowns: [{ from: '2026-11-16', to: '2026-12-14' }],
  openDays: { opened: ['2026-11-23'], failed: [] },
  proofs: [
    {
      candidate: 'Birch',
      team: 'Platform',
      from: '2026-11-09',
      to: '2026-11-23',
    },
  ],
};

/** Somebody of whom nothing was ever seen. */
export const nothingOfMine: MyData = {
  ...myData,
  developer: { counted: false, since: null },
  teams: [],
  spans: [],
  attributes: [],
  firstDay: null,
  lastDay: null,
  activeDays: [],
  pluginDays: [],
  actionDays: [],
  batches: { held: 0, newestAt: null },
  breakdowns: [],
  openDays: { opened: [], failed: [] },
  proofs: [],
};

export const developerPreview: DeveloperPreview = {
  timeZone,
  computedAt,
  users: 312,
  developers: 302,
  optedOut: null,
  headCount: null,
  exclusions: [
    { reason: 'filter', users: 7 },
    { reason: 'configured', users: 3 },
  ],
  teams: teamUse.groups.map(({ id, name, parentId, developers }) => ({
    id,
    name,
    parentId,
    developers,
  })),
  withoutTeam: 18,
  guard: { held: false, rekeyed: false, joined: 2, departed: 1 },
};

export const developersByName: DeveloperPreview = {
  ...developerPreview,
  people: ['user:default/ada', 'user:default/grace'],
  exclusions: [
    { reason: 'configured', users: 1, people: ['user:default/release-bot'] },
  ],
};
