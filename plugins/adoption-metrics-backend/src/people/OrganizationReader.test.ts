import { mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { OrganizationReader } from './OrganizationReader';

function entity(kind: string, name: string, rest: Partial<Entity> = {}) {
  const apiVersion = 'backstage.io/v1alpha1';
  return { apiVersion, kind, metadata: { name }, ...rest };
}

function related(type: string, ...names: string[]): Partial<Entity> {
  const relations = names.map(name => ({ type, targetRef: name }));
  return { relations };
}

function setUp(
  entities: Entity[],
  filter: Record<string, string | string[]> = {},
) {
  const catalog = catalogServiceMock({ entities });
  const auth = mockServices.auth();
  const credentials = jest.spyOn(auth, 'getOwnServiceCredentials');
  const query = jest.spyOn(catalog, 'queryEntities');
  const reader = new OrganizationReader({ catalog, auth, filter });
  const { signal } = new AbortController();
  return { read: () => reader.read(signal), reader, credentials, query };
}

describe('OrganizationReader', () => {
  it('reads users and groups and nothing else', async () => {
    const { read } = setUp([
      entity('User', 'Ada'),
      entity('Component', 'site'),
      entity('Group', 'engines', { metadata: { name: 'e', title: 'Engines' } }),
      entity('Group', 'm', {
        metadata: { name: 'm', title: 'Other' },
        spec: { profile: { displayName: 'Motors' } },
      }),
      entity('Group', 'plain'),
    ]);
    expect(await read()).toEqual({
      users: [{ entityRef: 'user:default/ada', groups: [], matches: true }],
      groups: [
        { entityRef: 'group:default/e', name: 'Engines', parents: [] },
        { entityRef: 'group:default/m', name: 'Motors', parents: [] },
        { entityRef: 'group:default/plain', name: 'plain', parents: [] },
      ],
    });
  });

  it('reads memberships from either end, and what is above a group', async () => {
    const { read } = setUp([
      entity('User', 'ada', related('memberOf', 'group:default/a')),
      entity('User', 'bob', related('ownerOf', 'component:default/site')),
      entity('Group', 'a', related('childOf', 'Group:Default/B')),
      entity(
        'Group',
        'b',
        related('hasMember', 'user:default/bob', 'user:default/gone'),
      ),
    ]);
    const { users, groups } = await read();
    expect(users.map(({ groups: of }) => of)).toEqual([
      ['group:default/a'],
      ['group:default/b'],
    ]);
    expect(groups?.[0].parents).toEqual(['group:default/b']);
  });

  it('lets the catalog say which users match the filter', async () => {
    const entities = [
      entity('User', 'ada', { spec: { team: 'engine' } }),
      entity('User', 'bob', { spec: { team: 'sales' } }),
      entity('User', 'cy', { spec: { team: 'Compiler' } }),
    ];
    const { read } = setUp(entities, {
      'spec.team': ['engine', 'compiler'],
      kind: 'component',
    });
    const { users } = await read();
    expect(users.map(({ matches }) => matches)).toEqual([true, false, true]);
  });

  it('reads every page, each with credentials of its own', async () => {
    const entities = Array.from({ length: 1_203 }, (_, i) =>
      entity('User', `p${i}`, { spec: { team: i < 1_101 ? 'engine' : 'x' } }),
    );
    const { read, credentials, query } = setUp(entities, {
      'spec.team': 'engine',
    });
    const { users } = await read();
    expect(new Set(users.map(({ entityRef }) => entityRef)).size).toBe(1_203);
    expect(users.filter(({ matches }) => matches)).toHaveLength(1_101);
    expect(query).toHaveBeenCalledTimes(3 + 1 + 3);
    expect(credentials).toHaveBeenCalledTimes(7);
  });

  it('gives nothing of an organization of which it cannot read a part', async () => {
    const { read, query } = setUp([entity('User', 'ada')]);
    query.mockImplementationOnce(query.getMockImplementation()!);
    query.mockResolvedValueOnce({
      items: [entity('User', 'ada')],
      totalItems: 2,
      pageInfo: { nextCursor: 'x' },
    });
    query.mockRejectedValueOnce(new Error('the catalog is down'));
    await expect(read()).rejects.toThrow('the catalog is down');
  });

  it('stops when asked to', async () => {
    const { reader } = setUp([entity('User', 'ada')]);
    const controller = new AbortController();
    controller.abort();
    await expect(reader.read(controller.signal)).rejects.toThrow(/abort/i);
  });
});
