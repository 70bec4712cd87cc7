import { describeGroups, visibleGroups } from './describeGroups';
import { FrozenGroup } from './FrozenPeriodStore';

const team = (name: string) => ({ id: `group:default/${name}`, name });

function group(
  kind: FrozenGroup['kind'],
  parent: number | undefined,
  given: Partial<FrozenGroup>,
): FrozenGroup {
  return { kind, parent, team: undefined, teams: [], atoms: [0], ...given };
}

const groups = describeGroups([
  group('team', undefined, { team: team('company') }),
  group('team', 0, { team: team('data') }),
  group('team', 1, { team: team('platform') }),
  group('pooled', 1, { teams: [team('one'), team('two'), team('three')] }),
  group('others', 1, { teams: [team('four')] }),
  group('others', 0, { teams: [team('five')] }),
]);

const visible = (...hidden: string[]) => {
  const refs = groups
    .flatMap(each => [each.group.team, ...each.group.teams])
    .flatMap(each => (each && !hidden.includes(each.name) ? [each.id] : []));
  return visibleGroups(groups, new Set(refs)).map(
    ({ id, name, parentId, group: { teams } }) => ({
      id,
      name,
      parentId,
      teams: teams.map(each => each.name),
    }),
  );
};

describe('visibleGroups', () => {
  it('leaves all as it is for those who may see all', () => {
    expect(visible().map(({ id }) => id)).toEqual(groups.map(({ id }) => id));
  });

  it('hangs what is below a hidden team to the one above, without its others', () => {
    expect(visible('data')).toMatchObject([
      { name: 'company' },
      { name: 'platform', parentId: 'group:default/company' },
      { name: 'one, two, and three', parentId: 'group:default/company' },
      { name: 'Others in company' },
    ]);
  });

  it('calls a pool by the teams that are left, and has no id to try names on', () => {
    const pool = visible('two')[3];
    expect(pool).toMatchObject({
      name: 'one and three and others',
      teams: ['one', 'three'],
    });
    expect(pool.id).not.toBe(groups[3].id);
    expect(visible('one', 'two', 'three')).toHaveLength(5);
  });

  it('names no hidden team among those without a row', () => {
    expect(visible('four', 'five').flatMap(each => each.teams)).toEqual([
      'one',
      'two',
      'three',
    ]);
  });
});
