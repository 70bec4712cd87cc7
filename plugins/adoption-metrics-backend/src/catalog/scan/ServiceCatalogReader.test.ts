import { mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { entityNamed, group } from '../__testUtils__/testEntities';
import { CatalogPage } from './CatalogReader';
import { ServiceCatalogReader } from './ServiceCatalogReader';

const { signal } = new AbortController();

function setUp(entities: Entity[]) {
  const catalog = catalogServiceMock({ entities });
  const auth = mockServices.auth.mock({
    getOwnServiceCredentials: mockServices.auth().getOwnServiceCredentials,
  });
  const kinds = ['Component', 'API'];
  const integrations = ScmIntegrations.fromConfig(new ConfigReader({}));
  const reader = new ServiceCatalogReader({
    catalog,
    auth,
    integrations,
    kinds,
  });
  return { auth, reader };
}

async function allOf(
  pages: AsyncIterable<CatalogPage>,
): Promise<CatalogPage[]> {
  const all: CatalogPage[] = [];
  for await (const page of pages) {
    all.push(page);
  }
  return all;
}

describe('ServiceCatalogReader', () => {
  it('reads all pages, each with fresh credentials', async () => {
    const components = Array.from({ length: 1001 }, (_, index) =>
      entityNamed(`c${index}`, { uid: String(index) }),
    );
    const { auth, reader } = setUp([...components, group('team')]);
    const pages = await allOf(reader.pages(signal));
    const read = pages.map(({ entities }) => entities);
    expect(read.map(page => page.length)).toEqual([500, 500, 1]);
    expect(new Set(read.flat().map(each => each.metadata.uid)).size).toBe(1001);
    expect(auth.getOwnServiceCredentials).toHaveBeenCalledTimes(3);
  });

  it('resumes where a page ended', async () => {
    const components = Array.from({ length: 501 }, (_, index) =>
      entityNamed(`c${index}`, { uid: String(index) }),
    );
    const { reader } = setUp(components);
    const [first, second] = await allOf(reader.pages(signal));
    expect(second.nextCursor).toBeUndefined();
    expect(await allOf(reader.pages(signal, first.nextCursor))).toEqual([
      second,
    ]);
  });

  it('reads what the rules need', async () => {
    const entity = entityNamed('a', {
      uid: '1',
      error: 'broken',
      annotations: { 'backstage.io/orphan': 'true' },
    });
    const relations = [{ type: 'ownedBy', targetRef: 'group:default/team' }];
    const { reader } = setUp([{ ...entity, relations }]);
    const [{ entities }] = await allOf(reader.pages(signal));
    const { apiVersion, ...needed } = { ...entity, relations };
    expect(entities).toEqual([needed]);
  });

  it('stops when aborted', async () => {
    const { reader } = setUp([entityNamed('a')]);
    await expect(allOf(reader.pages(AbortSignal.abort()))).rejects.toThrow(
      'aborted',
    );
  });

  it('finds failing locations, whatever others hold', async () => {
    const broken = entityNamed('broken', {
      kind: 'Location',
      spec: { type: 'url', target: 'https://example.com/a.yaml' },
      error: 'not found',
    });
    const odd = [
      { ...entityNamed('odd', { kind: 'Location' }), status: { items: 7 } },
      {
        ...entityNamed('odder', { kind: 'Location' }),
        status: { items: [null] },
      },
    ];
    const { reader } = setUp([...(odd as unknown as Entity[]), broken]);
    expect(
      (await reader.failingLocations(signal)).map(
        ({ metadata }) => metadata.name,
      ),
    ).toEqual(['broken']);
  });

  it('asks what leads to an entity', async () => {
    const { reader } = setUp([entityNamed('a')]);
    const ancestry = await reader.ancestryOf('component:default/a', signal);
    expect([...ancestry.keys()]).toEqual(['component:default/a']);
  });

  it('shows which refs exist', async () => {
    const { reader } = setUp([group('team')]);
    const refs = Array.from({ length: 450 }, (_, i) => `group:default/g${i}`);
    expect(
      await reader.existing([...refs, 'group:default/team'], signal),
    ).toEqual(new Set(['group:default/team']));
  });

  it('shows whether there are groups', async () => {
    expect(await setUp([group('team')]).reader.hasGroups()).toBe(true);
    expect(await setUp([entityNamed('a')]).reader.hasGroups()).toBe(false);
  });
});
