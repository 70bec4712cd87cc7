import {
  coreServices,
  createBackendFeatureLoader,
  createBackendModule,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import { Knex } from 'knex';
import { entityAt, groupRef, LargeCatalog } from './LargeCatalog';

const ROWS_PER_INSERT = 1_000;
const NEVER = new Date('2100-01-01');

/** What the catalog stores of an entity, in the order of its foreign keys. */
const tables: Record<string, (entity: Entity) => object[]> = {
  refresh_state: entity => [
    {
      entity_id: entity.metadata.uid,
      entity_ref: stringifyEntityRef(entity),
      unprocessed_entity: JSON.stringify(entity),
      errors: '[]',
      next_update_at: NEVER,
      last_discovery_at: new Date(),
    },
  ],
  final_entities: entity => [
    {
      entity_id: entity.metadata.uid,
      entity_ref: stringifyEntityRef(entity),
      hash: 'stitched',
      final_entity: JSON.stringify(entity),
      last_updated_at: new Date(),
    },
  ],
  search: entity =>
    Object.entries({
      kind: entity.kind,
      'metadata.name': entity.metadata.name,
      'metadata.namespace': entity.metadata.namespace,
      'metadata.uid': entity.metadata.uid,
      'spec.owner': entity.spec?.owner,
    })
      .filter(([, value]) => value !== undefined)
      .map(([key, value]) => ({
        entity_id: entity.metadata.uid,
        key,
        value: String(value).toLowerCase(),
        original_value: String(value),
      })),
};

/**
 * The catalog of Backstage, with entities that were processed and stitched
 * before it starts: put into its tables as it would have put them there, since
 * that is only read here.
 */
const filled = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'filled',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        database: coreServices.database,
      },
      async init({ config, database }) {
        const knex = await database.getClient();
        await knex.migrate.latest({
          directory: resolvePackagePath(
            '@backstage/plugin-catalog-backend',
            'migrations',
          ),
        });
        await fill(knex, config.get<LargeCatalog>('benchmark.catalog'));
      },
    });
  },
});

export default createBackendFeatureLoader({
  loader: () => [catalogPlugin, filled],
});

async function fill(knex: Knex, catalog: LargeCatalog): Promise<void> {
  const entities = [...entitiesOf(catalog)];
  for (const [table, rowsOf] of Object.entries(tables)) {
    await knex.batchInsert(table, entities.flatMap(rowsOf), ROWS_PER_INSERT);
  }
  await knex.raw('analyze');
}

function* entitiesOf(catalog: LargeCatalog): Iterable<Entity> {
  for (let index = 0; index < catalog.groups; index++) {
    const [, name] = groupRef(index).split('/');
    const uid = `ffffffff-0000-4000-8000-${String(index).padStart(12, '0')}`;
    yield {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Group',
      metadata: { uid, name, namespace: 'default' },
      spec: { type: 'team', children: [] },
    };
  }
  for (let index = 0; index < catalog.entities; index++) {
    yield entityAt(index, 0, catalog);
  }
}
