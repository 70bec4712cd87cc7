import { Entity } from '@backstage/catalog-model';
import { contentHash } from '../ages/contentHash';
import { EntityAgeStore } from '../ages/EntityAgeStore';
import {
  EntityFacts,
  FactNeed,
  ownersOf,
  namedOwners,
  refOf,
  relationTargetsOf,
} from '../facts';
import { VerificationStore } from '../verification/VerificationStore';
import { CatalogReader } from './CatalogReader';
import { RefLookup } from './RefLookup';
import { SourceReader } from './SourceReader';
import { step } from './steps';

/** Stored facts about entities that the catalog does not have. */
export interface EntityMemory {
  ages: Pick<EntityAgeStore, 'observe'>;
  verifications: Pick<VerificationStore, 'latestOf'>;
}

interface FactsReaderOptions {
  reader: CatalogReader;
  signal: AbortSignal;
  memory: EntityMemory;
  /** Facts that the rules need. */
  needs: ReadonlySet<FactNeed>;
  checksOwners: boolean;
  /** Names of placeholder owners, in lower case. */
  placeholders: ReadonlySet<string>;
  /** When the scan began, in ms UTC. */
  now: number;
}

/** Reads the facts that rules need, beyond the entities themselves. */
export class FactsReader {
  readonly #lookup: RefLookup;

  private constructor(
    private readonly options: FactsReaderOptions,
    private readonly sources: SourceReader,
  ) {
    this.#lookup = new RefLookup(options.reader, options.signal);
  }

  static async create(options: FactsReaderOptions): Promise<FactsReader> {
    const { reader, signal } = options;
    const sources = await step('read the locations', () =>
      SourceReader.create(reader, signal),
    );
    return new FactsReader(options, sources);
  }

  async factsOf(entities: Entity[]): Promise<EntityFacts[]> {
    const { now } = this.options;
    const sources = await step('read what entities come from', () =>
      this.sources.statesOf(entities),
    );
    const existingOwners = await this.#existingOwners(entities);
    const existingTargets = await this.#existingTargets(entities);
    const ages = await this.#agesOf(entities);
    const verified = await this.#verifiedAt(entities);
    return entities.map(entity => {
      const owners = ownersOf(entity);
      return {
        entity,
        now,
        source: sources.get(entity),
        existingOwners,
        existingTargets,
        owners,
        namedOwners: namedOwners(owners, this.options.placeholders),
        age: ages?.get(refOf(entity)),
        verifiedAt: verified?.get(refOf(entity)),
      };
    });
  }

  #needs(...needs: FactNeed[]): boolean {
    return needs.some(need => this.options.needs.has(need));
  }

  async #existingOwners(entities: Entity[]) {
    return this.options.checksOwners
      ? step('look up owners', () =>
          this.#lookup.existing(entities.flatMap(ownersOf)),
        )
      : undefined;
  }

  async #existingTargets(entities: Entity[]) {
    const targets = entities.flatMap(entity =>
      relationTargetsOf(entity).map(({ targetRef }) => targetRef),
    );
    return this.#needs('relations')
      ? step('look up what entities refer to', () =>
          this.#lookup.existing(targets),
        )
      : undefined;
  }

  async #agesOf(entities: Entity[]) {
    if (!this.#needs('age', 'content-age')) {
      return undefined;
    }
    const { memory, reader, now } = this.options;
    const reads = this.#needs('content-age');
    const observed = entities.map(entity => ({
      entityRef: refOf(entity),
      ...(reads && { contentHash: contentHash(entity) }),
    }));
    return step('store how old entities are', () =>
      memory.ages.observe(observed, { source: reader.source, now }),
    );
  }

  async #verifiedAt(entities: Entity[]) {
    const refs = entities.map(entity => refOf(entity));
    return this.#needs('verification')
      ? step('read which entities were confirmed', () =>
          this.options.memory.verifications.latestOf(refs),
        )
      : undefined;
  }
}
