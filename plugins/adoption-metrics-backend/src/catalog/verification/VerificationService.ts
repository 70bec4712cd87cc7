import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { Entity, parseEntityRef } from '@backstage/catalog-model';
import {
  ConflictError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  EntityVerification,
  EntityVerificationList,
} from 'backstage-plugin-adoption-metrics-common';
import { Clock } from 'backstage-plugin-adoption-metrics-node';
import { Visibility } from '../../http';
import { formatInstant, ReportingZone } from '../../time';
import { ownersOf } from '../facts';
import { readablePage } from '../repair/readablePage';
import { AppliedRule } from '../rules/StalenessRule';
import {
  Verification,
  VerificationPosition,
  VerificationQuery,
  VerificationStore,
} from './VerificationStore';

/** A caller, and the refs through which they own entities. */
interface Caller {
  credentials: BackstageCredentials;
  ownership(): Promise<string[]>;
}

/** A page of verifications, and where the next one begins. */
interface VerificationPage extends Omit<EntityVerificationList, 'nextCursor'> {
  next?: VerificationPosition;
}

/** Lets owners confirm their entities, and lists confirmations. */
export class VerificationService {
  constructor(
    private readonly options: {
      catalog: CatalogService;
      store: VerificationStore;
      clock: Clock;
      zone: Pick<ReportingZone, 'name'>;
      /** The rule that requires confirmation, if it is enabled. */
      rule?: Pick<AppliedRule, 'kinds'>;
    },
  ) {}

  /** Confirmations of entities that the caller can see, newest first. */
  async list(
    query: VerificationQuery,
    caller: Caller & { visibility: Visibility },
  ): Promise<VerificationPage> {
    const { store, zone } = this.options;
    const { visibility } = caller;
    const { rows, last } = (await isHidden(query.entityRef, visibility))
      ? { rows: [] }
      : await readablePage(
          {
            limit: query.limit,
            after: query.after,
            read: (after: VerificationPosition | undefined, limit) =>
              store.recent({ ...query, after, limit }),
          },
          visibility,
        );
    return {
      timeZone: zone.name,
      enabled: this.#isAskedFor(query.entityRef),
      mayVerify: await this.#mayVerify(query.entityRef, caller),
      verifications: rows.map(formatVerification),
      next: last && { verifiedAt: last.verifiedAt, id: last.id },
    };
  }

  /**
   * Confirms an entity.
   *
   * @param request.entityRef - in lower case
   * @throws ConflictError if no rule requires it, NotFoundError if the entity
   * is hidden from the caller, NotAllowedError if the caller does not own it
   */
  async verify(
    request: { entityRef: string; by: string; note?: string },
    caller: Caller,
  ): Promise<EntityVerification> {
    const { store, clock } = this.options;
    const { entityRef, by, note } = request;
    if (!this.#isAskedFor(entityRef)) {
      throw new ConflictError(
        `'${entityRef}' does not need confirmation; enable 'adoptionMetrics.catalog.rules.unverified' for its kind first`,
      );
    }
    await this.#assertOwns(caller, entityRef);
    const verification: Verification = {
      entityRef,
      verifiedAt: clock.now(),
      verifiedBy: by,
      note,
    };
    await store.add(verification);
    return formatVerification(verification);
  }

  #isAskedFor(entityRef?: string): boolean {
    const { rule } = this.options;
    if (!rule?.kinds || entityRef === undefined) {
      return rule !== undefined;
    }
    return rule.kinds.has(parseEntityRef(entityRef).kind);
  }

  async #mayVerify(
    entityRef: string | undefined,
    caller: Caller,
  ): Promise<boolean> {
    if (entityRef === undefined || !this.#isAskedFor(entityRef)) {
      return false;
    }
    const entity = await this.#read(caller, entityRef);
    return entity !== undefined && isOwnedBy(entity, caller);
  }

  async #assertOwns(caller: Caller, entityRef: string): Promise<void> {
    const entity = await this.#read(caller, entityRef);
    if (!entity) {
      throw new NotFoundError(
        `Entity '${entityRef}' was not found, or you do not have access to it`,
      );
    }
    if (!(await isOwnedBy(entity, caller))) {
      throw new NotAllowedError(
        `Only the owners of '${entityRef}' can confirm that it is accurate`,
      );
    }
  }

  #read({ credentials }: Caller, entityRef: string) {
    return this.options.catalog.getEntityByRef(entityRef, { credentials });
  }
}

async function isHidden(
  entityRef: string | undefined,
  visibility: Visibility,
): Promise<boolean> {
  return (
    entityRef !== undefined &&
    (await visibility.readable([entityRef])).size === 0
  );
}

async function isOwnedBy(entity: Entity, caller: Caller): Promise<boolean> {
  const ownership = await caller.ownership();
  return ownersOf(entity).some(owner => ownership.includes(owner));
}

function formatVerification(stored: Verification): EntityVerification {
  return {
    entityRef: stored.entityRef,
    verifiedAt: formatInstant(stored.verifiedAt),
    verifiedBy: stored.verifiedBy ?? null,
    note: stored.note ?? null,
  };
}
