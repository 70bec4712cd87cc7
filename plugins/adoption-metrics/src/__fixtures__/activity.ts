import {
  listed,
  say,
  withEnglish,
  type Wording,
} from 'backstage-plugin-adoption-metrics-common';
import type {
  ActionUse,
  ActivitySeries,
  AttributeUse,
  Cohorts,
  Lifecycle,
  BreakdownGranularity,
  Onboarding,
  PluginInventory,
  PluginUse,
  TeamPluginUse,
  TeamUse,
  QueryOf,
} from 'backstage-plugin-adoption-metrics-common';
import { addDays } from '../ui/format';
import { computedAt, lastDay, noise, timeZone } from './days';
import { nothingKnown, seriesFor } from './series';

/** The window of all reports that are about 28 closed days. */
export const closedDays = {
  computedAt,
  timeZone,
  from: addDays(lastDay, -27),
  to: addDays(lastDay, 1),
};

type Group = TeamUse['groups'][number];

function team(
  id: string,
  name: string | Wording,
  rest: Partial<Group> & { developers: number; active: number },
): Group {
  return {
    id: `group:default/${id}`,
    kind: 'team',
    ...withEnglish({
      name: [typeof name === 'string' ? say('text', { text: name }) : name],
    }),
    parentId: null,
    teams: [],
    share: rest.active / rest.developers,
    previousShare: null,
    ...rest,
  };
}

/** The last four weeks that are closed. */
const fourWeeks = {
  ...closedDays,
  granularity: 'four-weeks',
  status: 'published',
  minimumGroupSize: 5,
  population: 300,
} as const;

const engineering = 'group:default/engineering';
const payments = 'group:default/payments';

const cardsAndFraud = say('text', { text: listed(['Cards', 'Fraud'], 'and') });

export const teamUse: TeamUse = {
  ...fourWeeks,
  groups: [
    team('engineering', 'Engineering', {
      developers: 214,
      active: 26,
      previousShare: 24 / 208,
    }),
    team('platform', 'Platform', {
      parentId: engineering,
      developers: 22,
      active: 15,
      previousShare: 12 / 21,
    }),
    team('payments', 'Payments', {
      parentId: engineering,
      developers: 64,
      active: 7,
      previousShare: 9 / 62,
    }),
    team('ledger', 'Ledger', {
      parentId: payments,
      developers: 27,
      active: 6,
      previousShare: 6 / 27,
    }),
    team('cards-and-fraud', cardsAndFraud, {
      kind: 'pooled',
      parentId: payments,
      teams: [
        { id: 'group:default/cards', name: 'Cards' },
        { id: 'group:default/fraud', name: 'Fraud' },
      ],
      developers: 9,
      active: 2,
    }),
    team('others-in-payments', say('groups.others-in', { team: 'Payments' }), {
      kind: 'others',
      parentId: payments,
      teams: [{ id: 'group:default/refunds', name: 'Refunds' }],
      developers: 28,
      active: 0,
    }),
    team('mobile', 'Mobile', {
      parentId: engineering,
      developers: 41,
      active: 3,
      previousShare: null,
    }),
    team('data', 'Data Science', {
      developers: 9,
      active: 0,
    }),
  ],
};

export const pluginUse: PluginUse = {
  ...fourWeeks,
  plugins: [
    { id: 'catalog', people: 26, previousPeople: 23, actions: 1_894 },
    { id: 'search', people: 14, previousPeople: 14, actions: 402 },
    { id: 'scaffolder', people: 9, previousPeople: 11, actions: 63 },
    { id: 'techdocs', people: 7, previousPeople: null, actions: 218 },
    { id: 'api-docs', people: 1, previousPeople: 0, actions: 3 },
  ],
};

export const teamPluginUse: TeamPluginUse = {
  ...fourWeeks,
  cells: [
    cell('platform', 'catalog', 15),
    cell('platform', 'search', 12),
    cell('platform', 'scaffolder', 10),
    cell('ledger', 'catalog', 11),
    cell('mobile', 'catalog', 10),
  ],
};

function cell(groupId: string, pluginId: string, people: number) {
  return { groupId: `group:default/${groupId}`, pluginId, people };
}

export const pluginInventory: PluginInventory = {
  computedAt,
  timeZone,
  from: fourWeeks.from,
  to: fourWeeks.to,
  minimumGroupSize: 5,
  reportedSince: '2026-02-17',
  installed: 6,
  used: 3,
  unused: 1,
  plugins: [
    installed('kubernetes', { use: 'unused', people: 0, removal: 1 }),
    installed('api-docs', {
      people: null,
      suppressed: 'too-few-people',
      removal: 2,
    }),
    installed('badges', {
      surface: 'card',
      use: 'unknown',
      whyUnknown: 'cards-only',
      people: null,
      isInBackend: false,
    }),
    installed('devtools', {
      firstReportedOn: addDays(lastDay, -3),
      use: 'unknown',
      whyUnknown: 'new',
      people: null,
    }),
    installed('scaffolder', { people: 9 }),
    installed('techdocs', { people: 7 }),
    installed('catalog', { people: 26, isBase: true }),
    installed('search', { people: 14, isBase: true }),
  ],
  backend: ['api-docs', 'catalog', 'scaffolder', 'search', 'techdocs'],
};

function installed(
  id: string,
  rest: Partial<PluginInventory['plugins'][number]>,
): PluginInventory['plugins'][number] {
  return {
    id,
    isBase: false,
    surface: 'page',
    firstReportedOn: '2026-02-17',
    lastReportedOn: lastDay,
    isInBackend: true,
    use: 'used',
    people: null,
    removal: null,
    ...rest,
  };
}

/** The same while no app has said what is installed. */
export const nothingInstalled: PluginInventory = {
  ...pluginInventory,
  from: null,
  to: null,
  reportedSince: null,
  installed: null,
  used: null,
  unused: null,
  plugins: [],
  backend: null,
};

export const actionUse: ActionUse = {
  ...fourWeeks,
  actions: [
    {
      id: 'template-run',
      firstSeenOn: '2026-02-19',
      uses: 31,
      previousUses: 24,
      people: 9,
      previousPeople: 11,
    },
    {
      id: 'document-read',
      firstSeenOn: '2026-02-18',
      uses: 218,
      previousUses: null,
      people: 7,
      previousPeople: null,
    },
    {
      id: 'search',
      firstSeenOn: '2026-02-17',
      uses: 402,
      previousUses: 402,
      people: 14,
      previousPeople: 14,
    },
    {
      id: 'search-without-result',
      firstSeenOn: null,
      uses: null,
      previousUses: null,
      people: null,
      previousPeople: null,
    },
  ],
};

export const attributeUse: AttributeUse = {
  ...fourWeeks,
  attributes: [
    {
      id: 'location',
      title: 'Location',
      isBrokenDown: true,
      groups: [
        attributeGroup('Berlin', { developers: 140, active: 21 }),
        attributeGroup('London', {
          developers: 96,
          active: 3,
          previousShare: 5 / 96,
        }),
        attributeGroup('Not set', {
          id: 'none',
          kind: 'none',
          values: [],
          developers: 40,
          active: 2,
        }),
        attributeGroup('Others', {
          id: 'others:4f53cda18c2baa0c',
          kind: 'others',
          values: ['Lisbon'],
          developers: 24,
          active: 0,
        }),
      ],
    },
    { id: 'role', title: 'Role', isBrokenDown: false, groups: [] },
  ],
};

type ByAttribute = AttributeUse['attributes'][number]['groups'][number];

function attributeGroup(
  name: string,
  rest: Partial<ByAttribute> & { developers: number; active: number },
): ByAttribute {
  return {
    id: `value:${name}`,
    kind: 'value',
    name,
    values: [name],
    share: rest.active / rest.developers,
    previousShare: null,
    ...rest,
  };
}

const shake = noise(7);

export function lifecycleFor(granularity: BreakdownGranularity): Lifecycle {
  const days = granularity === 'week' ? 7 : 28;
  const periods = Array.from({ length: 13 }, (_, index) => {
    const from = addDays(lastDay, -days * (13 - index) + 1);
    return { from, to: addDays(from, days), ...movementOf(index) };
  });
  return {
    ...closedDays,
    from: periods[0].from,
    granularity,
    minimumGroupSize: 5,
    status: 'published',
    periods,
  };
}

/** The fifth period is one of which nothing is known. */
function movementOf(index: number) {
  if (index === 4) {
    return {
      developers: null,
      active: null,
      new: null,
      returning: null,
      reactivated: null,
      lapsed: null,
      neverSeen: null,
    };
  }
  const returning = Math.round(11 + index * 0.4 + shake(index));
  const appeared = Math.round(3 + shake(index + 20));
  const reactivated = Math.round(2 + shake(index + 40));
  return {
    developers: 290 + index,
    active: returning + appeared + reactivated,
    new: appeared,
    returning,
    reactivated,
    lapsed: Math.round(4 + shake(index + 60)),
    neverSeen: 214 - index * 3,
  };
}

/** Mondays at which ranges of joining begin and end. */
const joiningDays = [
  '2026-03-02',
  '2026-03-30',
  '2026-06-29',
  '2026-07-06',
  '2026-08-03',
];

const joinedBetween = (index: number) => ({
  from: joiningDays[index],
  to: joiningDays[index + 1],
});

const tooFew = { suppressed: 'too-few-people' } as const;

export const cohorts: Cohorts = {
  ...closedDays,
  from: '2024-11-22',
  minimumGroupSize: 5,
  status: 'published',
  cohorts: [
    cohortOf(0, 9, [8, 6, 5, 5, 4, 4, 4]),
    { ...joinedBetween(1), people: null, periods: [], ...tooFew },
    cohortOf(2, 12, [9, 7, 5, 6]),
    cohortOf(3, 6, [4, 3, null]),
  ],
};

function cohortOf(
  index: number,
  people: number,
  active: Array<number | null>,
): Cohorts['cohorts'][number] {
  return {
    ...joinedBetween(index),
    people,
    periods: active.map((count, place) => ({
      period: place + 1,
      people,
      active: count,
      share: count === null ? null : count / people,
    })),
  };
}

export const onboarding: Onboarding = {
  ...closedDays,
  from: '2024-11-22',
  minimumGroupSize: 5,
  status: 'published',
  ranges: [
    { ...joinedBetween(0), ...onboarded([9, 4, 8, 8], 11) },
    {
      ...joinedBetween(1),
      joined: null,
      within7Days: null,
      within30Days: null,
      within90Days: null,
      medianDays: null,
      ...tooFew,
    },
    { ...joinedBetween(2), ...onboarded([12, 2, 4, 5], null) },
    { ...joinedBetween(3), ...onboarded([6, 3, 4, null], 6.5) },
  ],
};

function onboarded(
  [joined, within7Days, within30Days, within90Days]: [
    number,
    number,
    number,
    number | null,
  ],
  medianDays: number | null,
) {
  return { joined, within7Days, within30Days, within90Days, medianDays };
}

const measureFactors = {
  monthly: 1,
  weekly: 0.6,
  daily: 0.3,
  regular: 0.4,
  stickiness: 3.4,
};

/** The story of the metric, smaller or larger by what is measured. */
export function activitySeriesFor(
  parameters: QueryOf<'GET /activity/series'>,
): ActivitySeries {
  const { team: teamId = null, plugin = null } = parameters;
  const narrowed = teamId !== null || plugin !== null;
  const { granularity = narrowed ? 'four-weeks' : 'day' } = parameters;
  const { measure = 'monthly' } = parameters;
  const { from, to, points } = seriesFor({
    ...parameters,
    metric: 'active-users',
    granularity: granularity === 'four-weeks' ? 'month' : granularity,
  });
  return {
    status: 'published',
    computedAt,
    timeZone,
    from,
    to,
    measure: narrowed ? null : measure,
    granularity,
    team: teamId,
    plugin,
    action: null,
    attribute: null,
    group: null,
    points: points.map(point => {
      if (point.value === null) {
        return { ...point, ...nothingKnown };
      }
      const value = point.value * measureFactors[measure];
      return { ...point, value, numerator: Math.round(value * 300) };
    }),
  };
}
