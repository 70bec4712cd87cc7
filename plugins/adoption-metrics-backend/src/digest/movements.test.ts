import { leavesOf } from './DigestFacts';
import { factsOf, plugin, team } from './__testUtils__/facts';
import { movedIn, movementsOf } from './movements';

const movement = (id: string, before: number, now: number) => ({
  id,
  name: id.toUpperCase(),
  before,
  now,
});
const idsOf = (movements: Array<{ id: string }>) =>
  movements.map(({ id }) => id);

describe('movementsOf', () => {
  it('names what moved the most first, three either way', () => {
    const { up, down } = movementsOf([
      ...[movement('a', 1, 2), movement('b', 1, 9), movement('c', 5, 5)],
      ...[movement('d', 9, 1), movement('e', 3, 2), movement('f', 0, 4)],
      ...[movement('g', 0, 3), movement('h', 4, 1), movement('i', 9, 7)],
    ]);
    expect(idsOf(up)).toEqual(['b', 'f', 'g']);
    expect(idsOf(down)).toEqual(['d', 'h', 'i']);
    expect(up[0]).toEqual({ id: 'b', name: 'B', before: 1, now: 9 });
  });

  it('says nothing of what stayed as it was', () => {
    expect(movementsOf([movement('a', 2, 2)])).toEqual({ up: [], down: [] });
  });

  it('has the same order on every replica', () => {
    const all = [movement('b', 1, 2), movement('a', 1, 2)];
    expect(movementsOf(all)).toEqual(movementsOf([...all].reverse()));
  });
});

describe('movedIn', () => {
  it('names no team or plugin for which one person makes the difference', () => {
    const { teams, plugins } = movedIn(
      factsOf({
        teams: [
          team('One', 7, 12),
          team('Two', 8, 12),
          team('Hidden', null, 9),
        ],
        plugins: [
          { ...plugin('docs'), people: 6 },
          { ...plugin('catalog'), people: 3 },
          { ...plugin('unknown'), previousPeople: null },
        ],
      }),
    );
    expect(idsOf(teams.up)).toEqual(['Two']);
    expect(plugins.up).toEqual([]);
    expect(idsOf(plugins.down)).toEqual(['catalog']);
  });
});

describe('leavesOf', () => {
  it('leaves out teams that have teams below them', () => {
    const teams = [
      { id: 'company', parentId: null },
      { id: 'payments', parentId: 'company' },
      { id: 'alone', parentId: null },
    ];
    expect(idsOf(leavesOf(teams))).toEqual(['payments', 'alone']);
  });
});
