import { inEnglish } from 'backstage-plugin-adoption-metrics-common';
import { mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { RecipientReader } from './RecipientReader';

const entityOf = (ref: string, relations: Entity['relations'] = []): Entity => {
  const [kind, name] = ref.split(':default/');
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: kind === 'user' ? 'User' : 'Group',
    metadata: { name, namespace: 'default' },
    relations,
  };
};

const relationsTo = (type: string, names: string[]) =>
  names.map(targetRef => ({ type, targetRef }));

/** @param has - of each group its members, which may be missing, and children */
function setUp(
  users: string[],
  has: Record<string, { members?: string[]; children?: string[] }>,
) {
  const groups = Object.entries(has).map(([ref, { members, children }]) =>
    entityOf(ref, [
      ...relationsTo('hasMember', members ?? []),
      ...relationsTo('parentOf', children ?? []),
      ...relationsTo('childOf', ['group:default/acme']),
    ]),
  );
  const entities = [...users.map(user => entityOf(user)), ...groups];
  const catalog = catalogServiceMock({ entities });
  const ask = jest.spyOn(catalog, 'getEntitiesByRefs');
  const reader = new RecipientReader({ catalog, auth: mockServices.auth() });
  return { ask, reader };
}

const ada = 'user:default/ada';
const group = (name: string) => `group:default/${name}`;

describe('RecipientReader', () => {
  it.each([
    ['a user', ada],
    ['a group with a member', group('team')],
    ['a group whose child has a member', group('department')],
    ['a group whose grandchild has a member', group('acme')],
    ['a member of a group within a circle', group('circle')],
    ['a group of which one member is left', group('shrunk')],
  ])('reaches %s', async (_title, ref) => {
    const { reader } = setUp([ada], {
      [group('team')]: { members: [ada] },
      [group('department')]: { children: [group('empty'), group('team')] },
      [group('empty')]: {},
      [group('acme')]: { children: [group('department')] },
      [group('circle')]: { children: [group('back')] },
      [group('back')]: { children: [group('circle'), group('team')] },
      [group('shrunk')]: { members: ['user:default/left', ada] },
    });
    expect(await reader.unreachable([ref])).toEqual([]);
  });

  it.each([
    ['a group without members', group('empty'), 'has no members'],
    ['a group whose children have none', group('parent'), 'has no members'],
    ['a group whose members are gone', group('left'), 'has no members'],
    ['groups in a circle', group('circle'), 'has no members'],
    ['a group beside one with members', group('sibling'), 'has no members'],
    ['a group that is not there', group('gone'), 'is not'],
    ['a user who is not there', 'user:default/gone', 'is not'],
  ])('does not reach %s', async (_title, entityRef, fault) => {
    const { reader } = setUp([ada], {
      [group('acme')]: { children: [group('sibling')], members: [ada] },
      [group('sibling')]: {},
      [group('empty')]: {},
      [group('parent')]: { children: [group('empty'), group('nowhere')] },
      [group('left')]: { members: ['user:default/left'] },
      [group('circle')]: { children: [group('back')] },
      [group('back')]: { children: [group('circle')] },
    });
    const code = fault === 'is not' ? 'recipient-missing' : 'recipient-empty';
    const found = await reader.unreachable([entityRef]);
    expect(found).toEqual([{ entityRef, code, fault: expect.anything() }]);
    expect(inEnglish(found[0].fault)).toBe(
      `${entityRef} ${fault} in the catalog`,
    );
  });

  it('names each once, in the order given', async () => {
    const { reader } = setUp([ada], { [group('empty')]: {} });
    const given = [group('gone'), ada, group('empty'), group('gone')];
    const found = await reader.unreachable(given);
    expect(found.map(({ entityRef }) => entityRef)).toEqual([
      group('gone'),
      group('empty'),
    ]);
  });

  it('reads a large group no further than to its first member', async () => {
    const users = Array.from(
      { length: 1_000 },
      (_, at) => `user:default/${at}`,
    );
    const { reader, ask } = setUp(users, {
      [group('all')]: { members: users },
    });
    expect(await reader.unreachable([group('all')])).toEqual([]);
    expect(ask).toHaveBeenCalledTimes(2);
  });

  it('asks in the name of the plugin', async () => {
    const { reader, ask } = setUp([ada], {});
    await reader.unreachable([ada]);
    const [, options] = ask.mock.calls[0];
    expect(options).toMatchObject({
      credentials: { principal: { type: 'service' } },
    });
  });
});
