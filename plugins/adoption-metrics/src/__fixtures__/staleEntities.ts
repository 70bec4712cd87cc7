import type {
  CatalogOwners,
  CatalogSpiral,
  EntityVerificationList,
  StaleEntity,
  StaleEntityList,
  QueryOf,
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
    sentence: 'Its owner group:default/returns is not in the catalog.',
    hint: 'Set spec.owner to a group or user of the catalog, or add the missing one.',
    since,
  };
}

const stale = [
  entity('ledger', {
    reasons: [
      {
        reason: 'source-error',
        sentence: 'Its source cannot be read: url:https://example.com/a.yaml',
        hint: 'Restore the file or the access to it, or unregister the location.',
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
      sentence: 'Stale entities went from 4.3% to 6.4% of the catalog.',
    },
    {
      id: 'active-falling',
      present: false,
      before: 0.1,
      after: 0.112,
      sentence: 'Active users went from 10% to 11.2% of the developers.',
    },
  ],
  sentence:
    'One of two signs in the last 8 closed weeks; both together are a warning.',
};

export const noSpiral: CatalogSpiral = {
  weeks: 0,
  from: null,
  to: null,
  weeksNeeded: 4,
  signs: [],
  sentence: 'Needs 4 closed weeks of both metrics; there are 0.',
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
