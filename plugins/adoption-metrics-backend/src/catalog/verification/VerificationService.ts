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
import { formatInstant } from '../../time';
import { ownersOf } from '../facts';
import { ReadableEntities } from '../repair/ReadableEntities';
import { AppliedRule } from '../rules';
import { StoredVerification, VerificationStore } from './VerificationStore';

/** The newest ones that are looked through for what the caller may read. */
const MOST_LISTED = 200;

/** Who asks, and through which refs that person owns things. */
export interface Caller {
  credentials: BackstageCredentials;
  ownership: string[];
}

/** Lets owners confirm their entities, and says who has. */
export class VerificationService {
  constructor(
    private readonly options: {
      catalog: CatalogService;
      readable: ReadableEntities;
      store: VerificationStore;
      clock: Clock;
      /** The rule that asks for confirmation, if it is on. */
      rule?: Pick<AppliedRule, 'kinds'>;
    },
  ) {}

  /** @param entityRef - in lower case; if missing, of all that may be read */
  async list(
    caller: Caller,
    entityRef?: string,
  ): Promise<EntityVerificationList> {
    const { store, readable } = this.options;
    const found = await store.recent({ entityRef, limit: MOST_LISTED });
    const refs = found.map(each => each.entityRef);
    const visible = await readable.among(refs, caller.credentials);
    const enabled = this.#isAskedFor(entityRef);
    const mayVerify =
      enabled &&
      entityRef !== undefined &&
      (await this.#owns(caller, entityRef));
    return {
      nextCursor: null,
      enabled,
      mayVerify,
      verifications: found
        .filter(each => visible.has(each.entityRef))
        .map(formatVerification),
    };
  }

  /**
   * @throws ConflictError if nothing asks for it, NotFoundError if the caller
   * may not read the entity, NotAllowedError if the caller does not own it.
   */
  async verify(
    caller: Caller,
    request: { entityRef: string; by?: string; note?: string },
  ): Promise<EntityVerification> {
    const { store, clock } = this.options;
    const { entityRef, by, note } = request;
    if (!this.#isAskedFor(entityRef)) {
      throw new ConflictError(
        `Nothing asks for confirmation of '${entityRef}'; switch 'adoptionMetrics.catalog.rules.unverified' on for its kind first`,
      );
    }
    await this.#assertOwns(caller, entityRef);
    const verification = {
      entityRef,
      verifiedAt: clock.now(),
      ...(by !== undefined && { verifiedBy: by }),
      ...(note !== undefined && { note }),
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

  async #assertOwns(caller: Caller, entityRef: string): Promise<void> {
    const entity = await this.#read(caller, entityRef);
    if (!entity) {
      throw new NotFoundError(
        `There is no entity '${entityRef}' that you may read in the catalog`,
      );
    }
    if (!isOwnedBy(entity, caller)) {
      throw new NotAllowedError(
        `Only the owners of '${entityRef}' may confirm that it is accurate`,
      );
    }
  }

  async #owns(caller: Caller, entityRef: string): Promise<boolean> {
    const entity = await this.#read(caller, entityRef);
    return entity !== undefined && isOwnedBy(entity, caller);
  }

  #read({ credentials }: Caller, entityRef: string) {
    return this.options.catalog.getEntityByRef(entityRef, { credentials });
  }
}

function isOwnedBy(entity: Entity, { ownership }: Caller): boolean {
  return ownersOf(entity).some(owner => ownership.includes(owner));
}

function formatVerification(stored: StoredVerification): EntityVerification {
  return {
    entityRef: stored.entityRef,
    verifiedAt: formatInstant(stored.verifiedAt),
    verifiedBy: stored.verifiedBy ?? null,
    note: stored.note ?? null,
  };
}
