import { ParsedQueryOf } from 'backstage-plugin-adoption-metrics-common/contract';
import { Clock } from 'backstage-plugin-adoption-metrics-node';
import { z } from 'zod';
import { CursorFactory, notAccepted, RouteHandlers } from '../http';
import { DAY_MS } from '../time';
import { StaleEntityFilter } from './CatalogScanStore';
import { OwnerReporter } from './repair/OwnerReporter';
import { StaleEntityLister } from './repair/StaleEntityLister';
import { ownersToCsv, staleEntitiesToCsv } from './repair/tables';
import { VerificationService } from './verification/VerificationService';

const entityPosition = z.object({ since: z.number(), entityRef: z.string() });
const verificationPosition = z.object({
  verifiedAt: z.number(),
  id: z.number(),
});

interface CatalogRouteHandles {
  clock: Clock;
  cursors: CursorFactory;
  /** Entity kinds to check. */
  kinds: string[];
  /** Reasons of all rules, including disabled ones. */
  reasons: string[];
  lister: StaleEntityLister;
  owners: OwnerReporter;
  verifications: VerificationService;
}

/** Routes about stale entities, their owners, and confirmations. */
export function createCatalogRoutes(handles: CatalogRouteHandles) {
  return {
    ...createRepairRoutes(handles),
    ...createVerificationRoutes(handles),
  } satisfies RouteHandlers;
}

function createRepairRoutes(handles: CatalogRouteHandles) {
  const { clock, kinds, reasons, lister, owners } = handles;
  const cursors = handles.cursors(
    'GET /catalog/stale-entities',
    entityPosition,
  );
  return {
    'GET /catalog/stale-entities': {
      answer: async ({ query, signature, visibility, ownership }) => {
        assertKnown(query, { kinds, reasons });
        const { next, ...page } = await lister.list(
          {
            filter: {
              ...filterOf(query, clock.now()),
              owners: await ownersOf(query.owner, ownership),
            },
            named: namedIn(query),
            order: query.order,
            after: cursors.read({ query, signature }),
            limit: query.limit,
          },
          visibility,
        );
        return {
          ...page,
          nextCursor: next ? cursors.write(next, { query, signature }) : null,
        };
      },
      csv: staleEntitiesToCsv,
    },
    'GET /catalog/owners': {
      answer: ({ visibility }) => owners.report(visibility),
      csv: ownersToCsv,
    },
  } satisfies RouteHandlers;
}

function createVerificationRoutes({
  cursors: createCursors,
  verifications,
}: CatalogRouteHandles) {
  const cursors = createCursors(
    'GET /catalog/verifications',
    verificationPosition,
  );
  return {
    'GET /catalog/verifications': async context => {
      const { query, credentials, visibility, ownership, signature } = context;
      const { next, ...page } = await verifications.list(
        {
          entityRef: query.entity,
          after: cursors.read({ query, signature }),
          limit: query.limit,
        },
        { credentials, visibility, ownership },
      );
      return {
        ...page,
        nextCursor: next ? cursors.write(next, { query, signature }) : null,
      };
    },
    'POST /catalog/verifications': async context => {
      const { body, credentials, ownership, signature, audit } = context;
      const verification = await verifications.verify(
        { entityRef: body.entityRef, by: signature, note: body.note },
        { credentials, ownership },
      );
      audit({ entityRef: verification.entityRef });
      return verification;
    },
  } satisfies RouteHandlers;
}

type StaleEntityParameters = ParsedQueryOf<'GET /catalog/stale-entities'>;

function filterOf(
  { state, entity, kind, reason, minDays }: StaleEntityParameters,
  now: number,
): Omit<StaleEntityFilter, 'owners'> {
  return {
    state,
    entityRef: entity,
    kind,
    reason,
    sinceAtMost: minDays > 0 ? now - minDays * DAY_MS : undefined,
  };
}

/** Callers' own refs are always accepted. */
function namedIn({ owner = 'none', entity }: StaleEntityParameters): string[] {
  return [owner, entity ?? 'none'].filter(
    ref => ref !== 'none' && ref !== 'me',
  );
}

async function ownersOf(
  owner: string | undefined,
  ownership: () => Promise<string[]>,
): Promise<StaleEntityFilter['owners']> {
  if (owner === undefined || owner === 'none') {
    return owner;
  }
  return owner === 'me' ? ownership() : [owner];
}

/**
 * Kinds are not case-sensitive, as in the catalog.
 *
 * @throws InputError with what is accepted
 */
function assertKnown(
  { kind, reason }: StaleEntityParameters,
  known: { kinds: string[]; reasons: string[] },
): void {
  if (kind !== undefined && !known.kinds.some(each => isSameKind(each, kind))) {
    throw notAccepted('kind', kind, known.kinds.join(', '));
  }
  if (reason !== undefined && !known.reasons.includes(reason)) {
    throw notAccepted('reason', reason, known.reasons.join(', '));
  }
}

function isSameKind(a: string, b: string): boolean {
  return a.toLocaleLowerCase('en-US') === b.toLocaleLowerCase('en-US');
}
