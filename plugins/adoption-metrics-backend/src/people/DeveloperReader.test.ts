import { mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { CatalogDeveloperReader } from './DeveloperReader';

function entity(kind: string, name: string, spec = {}): Entity {
  const apiVersion = 'backstage.io/v1alpha1';
  return { apiVersion, kind, metadata: { name }, spec };
}

function createReader(
  entities: Entity[],
  filter: Record<string, string | string[]> = {},
) {
  return new CatalogDeveloperReader({
    catalog: catalogServiceMock({ entities }),
    auth: mockServices.auth(),
    filter,
  });
}

const { signal } = new AbortController();

describe('CatalogDeveloperReader', () => {
  it('reads users and nothing else', async () => {
    const entities = [entity('User', 'Ada'), entity('Component', 'site')];
    expect(await createReader(entities).read(signal)).toEqual([
      'user:default/ada',
    ]);
  });

  it('reads the users that pass the filter', async () => {
    const entities = [
      entity('User', 'ada', { team: 'engine' }),
      entity('User', 'bob', { team: 'sales' }),
      entity('User', 'cy', { team: 'compiler' }),
    ];
    const reader = createReader(entities, {
      'spec.team': ['engine', 'compiler'],
      kind: 'component',
    });
    expect((await reader.read(signal)).sort()).toEqual([
      'user:default/ada',
      'user:default/cy',
    ]);
  });

  it('reads every page', async () => {
    const entities = Array.from({ length: 1_203 }, (_, i) =>
      entity('User', `p${i}`, { team: i < 1_101 ? 'engine' : 'sales' }),
    );
    const reader = createReader(entities, { 'spec.team': 'engine' });
    expect(new Set(await reader.read(signal)).size).toBe(1_101);
  });

  it('stops when told to', async () => {
    const controller = new AbortController();
    controller.abort();
    await expect(
      createReader([entity('User', 'ada')]).read(controller.signal),
    ).rejects.toThrow(/abort/i);
  });
});
