import {
  say,
  withEnglish,
  type CatalogOwners,
  type CatalogSpiral,
  type EntityVerificationList,
  type StaleEntity,
  type StaleEntityList,
  type QueryOf,
} from 'backstage-plugin-adoption-metrics-common';
import { timeZone } from './days';

const scannedAt = '2026-11-23T11:45:00.000Z';

function entity(name: string, rest: Partial<StaleEntity>): StaleEntity {
  return {
    entityRef: `component:default/${name}`,
    kind: 'Component',
    ownerRefs: ['group:default/payments'],
    missingOwnerRefs: [],
    since: '2026-10-02T08:00:00.000Z',
    reasons: [],
    exemption: null,
    ...rest,
  };
}

function ownerUnknown(since: string) {
  return {
    reason: 'owner-unknown',
    ...withEnglish({
      sentence: [
        say('catalog.owner-unknown', {
          owners: 'group:default/returns',
          count: 1,
        }),
      ],
      hint: [say('catalog.owner-unknown.hint')],
    }),
    since,
  };
}

const stale = [
  entity('ledger', {
    reasons: [
      {
        reason: 'source-error',
        ...withEnglish({
          sentence: [
            say('catalog.source-error.own', {
              place: 'url:https://example.com/a.yaml',
            }),
          ],
          hint: [say('catalog.source-error.hint')],
        }),
        since: '2026-10-02T08:00:00.000Z',
      },
    ],
  }),
  ...['return-service', 'returns-api'].map(name =>
    entity(name, {
      ownerRefs: ['group:default/returns'],
      missingOwnerRefs: ['group:default/returns'],
      since: '2026-11-20T08:00:00.000Z',
      reasons: [ownerUnknown('2026-11-20T08:00:00.000Z')],
    }),
  ),
];

const exempted = [
  entity('fax-gateway', {
    exemption: { reason: 'is being sold', until: '2027-01-31' },
    reasons: [ownerUnknown('2026-09-01T08:00:00.000Z')],
  }),
];

const inState = { stale, exempt: exempted, any: [...stale, ...exempted] };

/** What the server answers, page by page. */
export function staleEntitiesFor(
  parameters: QueryOf<'GET /catalog/stale-entities'>,
): StaleEntityList {
  const {
    state = 'stale',
    owner,
    reason,
    limit = 50,
    cursor = '0',
  } = parameters;
  const all = inState[state].filter(
    ({ entityRef, ownerRefs, reasons }) =>
      (!parameters.entity || entityRef === parameters.entity) &&
      (owner !== 'me' || ownerRefs.includes('group:default/payments')) &&
      (!reason || reasons.some(each => each.reason === reason)),
  );
  const end = Number(cursor) + limit;
  return {
    timeZone,
    scannedAt,
    judgedKinds: ['Component', 'API'],
    entities: all.slice(Number(cursor), end),
    unjudged: [],
    nextCursor: end < all.length ? String(end) : null,
  };
}

export const nothingStale: StaleEntityList = {
  timeZone,
  scannedAt: null,
  judgedKinds: [],
  entities: [],
  unjudged: [],
  nextCursor: null,
};

export const catalogOwners: CatalogOwners = {
  scannedAt,
  total: 47,
  stale: 3,
  target: 0.02,
  fixesNeeded: 3,
  owners: [
    {
      ownerRef: 'group:default/payments',
      inCatalog: true,
      total: 8,
      stale: 1,
      share: 1 / 8,
      monthAgo: 3,
      curedByTen: 1,
    },
  ],
  hidden: { owners: 1, stale: 2 },
  withoutOwner: 0,
};

export const noOwners: CatalogOwners = {
  scannedAt: null,
  total: 0,
  stale: 0,
  target: 0.02,
  fixesNeeded: 0,
  owners: [],
  hidden: { owners: 0, stale: 0 },
  withoutOwner: 0,
};

const ends = (before: number, after: number) => ({
  before: { type: 'share', value: before } as const,
  after: { type: 'share', value: after } as const,
});

export const catalogSpiral: CatalogSpiral = {
  weeks: 8,
  from: '2026-10-04',
  to: '2026-11-22',
  weeksNeeded: 4,
  signs: [
    {
      id: 'stale-rising',
      present: true,
      before: 0.043,
      after: 0.064,
      ...withEnglish({
        sentence: [say('catalog.spiral.stale-rising', ends(0.043, 0.064))],
      }),
    },
    {
      id: 'active-falling',
      present: false,
      before: 0.1,
      after: 0.112,
      ...withEnglish({
        sentence: [say('catalog.spiral.active-falling', ends(0.1, 0.112))],
      }),
    },
  ],
  ...withEnglish({ sentence: [say('catalog.spiral.one', { weeks: 8 })] }),
};

export const noSpiral: CatalogSpiral = {
  weeks: 0,
  from: null,
  to: null,
  weeksNeeded: 4,
  signs: [],
  ...withEnglish({
    sentence: [say('catalog.spiral.too-few', { needed: 4, count: 0 })],
  }),
};

/** What asks for confirmation, of an entity that the person owns. */
export const verifications: EntityVerificationList = {
  nextCursor: null,
  timeZone,
  enabled: true,
  mayVerify: true,
  verifications: [
    {
      entityRef: 'component:default/returns-api',
      verifiedAt: '2026-11-23T14:50:00.000Z',
      verifiedBy: 'user:default/priya.nair',
      note: null,
    },
  ],
};

export const nothingToVerify: EntityVerificationList = {
  nextCursor: null,
  timeZone,
  enabled: false,
  mayVerify: false,
  verifications: [],
};

/** The web API was confirmed by others; the person owns the rest. */
export function verificationsFor(parameters: {
  entity?: string;
}): EntityVerificationList {
  return parameters.entity === 'component:default/web-api'
    ? { ...verifications, mayVerify: false }
    : { ...verifications, verifications: [] };
}
