import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { chunked } from '../../database';

const REFS_PER_REQUEST = 200;

/**
 * Asks the catalog in somebody's name. The scan sees everything, its readers may
 * not.
 */
export class ReadableEntities {
  constructor(private readonly catalog: CatalogService) {}

  /** Those of the entities that these credentials may read. */
  async among(
    refs: string[],
    credentials: BackstageCredentials,
  ): Promise<ReadonlySet<string>> {
    const readable = new Set<string>();
    for (const entityRefs of chunked([...new Set(refs)], REFS_PER_REQUEST)) {
      const { items } = await this.catalog.getEntitiesByRefs(
        { entityRefs, fields: ['kind'] },
        { credentials },
      );
      entityRefs
        .filter((_, index) => items[index])
        .forEach(ref => readable.add(ref));
    }
    return readable;
  }
}
