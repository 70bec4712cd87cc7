import { Entity } from '@backstage/catalog-model';
import { EntityFacts, ownersOf } from '../facts';
import { CatalogReader } from './CatalogReader';
import { RefLookup } from './RefLookup';

/** Finds out what the rules need to know beyond the entities themselves. */
export class FactsGatherer {
  private constructor(
    private readonly failingLocations: ReadonlySet<string>,
    private readonly owners: RefLookup | undefined,
  ) {}

  static async create(options: {
    reader: CatalogReader;
    signal: AbortSignal;
    checksOwners: boolean;
  }): Promise<FactsGatherer> {
    const { reader, signal, checksOwners } = options;
    return new FactsGatherer(
      await reader.failingLocations(signal),
      checksOwners ? new RefLookup(reader, signal) : undefined,
    );
  }

  async factsOf(entities: Entity[]): Promise<EntityFacts[]> {
    const owned = entities.map(entity => ({
      entity,
      owners: ownersOf(entity),
    }));
    const existingOwners = await this.owners?.existing(
      owned.flatMap(({ owners }) => owners),
    );
    const { failingLocations } = this;
    return owned.map(each => ({ ...each, failingLocations, existingOwners }));
  }
}
