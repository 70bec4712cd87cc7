import { teamTree, withTeamsBelow } from './teamTree';

const team = (id: string, parentId: string | null = null) => ({
  id,
  name: id.toUpperCase(),
  parentId,
});

function places(teams: Array<ReturnType<typeof team>>) {
  return teamTree(teams).map(({ id, above }) => [id, ...above].join(' < '));
}

describe('teamTree', () => {
  it('puts teams below their parents, siblings by name', () => {
    const teams = [team('z'), team('c', 'a'), team('b', 'a'), team('a')];
    expect(places([...teams, team('d', 'b')])).toEqual([
      'a',
      'b < A',
      'd < A < B',
      'c < A',
      'z',
    ]);
  });

  it('puts a team at the top whose parent is not listed', () => {
    expect(places([team('b', 'gone'), team('a')])).toEqual(['a', 'b']);
  });

  it('loses no team where parents lead in a circle', () => {
    const teams = [team('a', 'b'), team('b', 'a'), team('c', 'c')];
    expect(
      teamTree(teams)
        .map(({ id }) => id)
        .sort(),
    ).toEqual(['a', 'b', 'c']);
  });
});

describe('withTeamsBelow', () => {
  it('finds all levels below, in any order, and ends in a circle', () => {
    const teams = [team('d', 'c'), team('c', 'a'), team('b'), team('a', 'd')];
    expect([...withTeamsBelow(teams, 'a')].sort()).toEqual(['a', 'c', 'd']);
    expect([...withTeamsBelow(teams, 'b')]).toEqual(['b']);
  });
});
