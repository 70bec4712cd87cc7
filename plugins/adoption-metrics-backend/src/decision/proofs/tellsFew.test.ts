import fc from 'fast-check';
import { CountedTeam, tellsFew } from './tellsFew';

const MINIMUM = 5;
const MARCH = { from: 0, to: 31 };

const numbers = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, index) => from + index);
const everybody = numbers(0, 100);
const team = (members: number[], days = MARCH): CountedTeam => ({
  members,
  days,
});
const tells = (added: CountedTeam, others: CountedTeam[], among = everybody) =>
  tellsFew(added, others, { everybody: among, minimum: MINIMUM });

describe('tellsFew', () => {
  it.each<[string, CountedTeam, CountedTeam[], boolean]>([
    ['a team alone', team(numbers(0, 5)), [], false],
    ['a team again', team(numbers(0, 9)), [team(numbers(0, 9))], false],
    ['one person more', team(numbers(0, 10)), [team(numbers(0, 9))], true],
    ['one person less', team(numbers(0, 8)), [team(numbers(0, 9))], true],
    ['two exchanged', team(numbers(1, 11)), [team(numbers(0, 10))], true],
    ['five more', team(numbers(0, 14)), [team(numbers(0, 9))], false],
    ['others', team(numbers(20, 26)), [team(numbers(0, 9))], false],
    [
      'all of two teams but one person',
      team([...numbers(0, 10), ...numbers(10, 19)]),
      [team(numbers(0, 10)), team(numbers(10, 20))],
      true,
    ],
    [
      'one person whom two teams have in common with it',
      team(numbers(5, 15)),
      [team(numbers(0, 10)), team([...numbers(0, 5), ...numbers(9, 14)])],
      true,
    ],
    [
      'other days',
      team(numbers(0, 8), { from: 31, to: 60 }),
      [team(numbers(0, 9))],
      false,
    ],
    [
      'days that connect two teams which differ by one person',
      team(numbers(0, 7), { from: 20, to: 45 }),
      [team(numbers(0, 7)), team(numbers(0, 6), { from: 31, to: 60 })],
      true,
    ],
    [
      'days of one of the two',
      team(numbers(0, 7), { from: 20, to: 31 }),
      [team(numbers(0, 7)), team(numbers(0, 6), { from: 31, to: 60 })],
      false,
    ],
  ])('%s', (_, added, others, expected) => {
    expect(tells(added, others)).toBe(expected);
  });

  it('leaves no few of all developers', () => {
    expect(tells(team(numbers(0, 96)), [])).toBe(true);
    expect(tells(team(numbers(0, 95)), [])).toBe(false);
    expect(tells(team(everybody), [])).toBe(false);
    expect(tells(team(numbers(0, 10)), [], [])).toBe(false);
  });

  it('counts nobody for the first time who joined alone', () => {
    const all = team(numbers(0, 20));
    expect(tells(team(numbers(0, 21)), [all], numbers(0, 21))).toBe(true);
    expect(tells(team(numbers(0, 20)), [all], numbers(0, 21))).toBe(false);
    expect(tells(team(numbers(0, 25)), [all], numbers(0, 25))).toBe(false);
  });

  it('accepts the same team after someone was forgotten', () => {
    const [first, second] = [numbers(0, 10), numbers(0, 5)];
    const forgotten = [first, second].map(members => team(members.slice(1)));
    expect(tells(team(numbers(1, 10)), forgotten)).toBe(false);
    expect(tells(team(numbers(1, 4)), forgotten)).toBe(true);
    expect(tells(team(numbers(2, 10)), forgotten)).toBe(true);
  });

  it('lets no few be formed of teams that were accepted one after another', () => {
    const members = fc
      .uniqueArray(fc.integer({ min: 0, max: 29 }), { minLength: MINIMUM })
      .map(ids => team(ids));
    // Unions of fives are often accepted, and random teams seldom are.
    const fives = fc
      .subarray([0, 1, 2, 3, 4, 5], { minLength: 1 })
      .map(chosen => team(chosen.flatMap(n => numbers(5 * n, 5 * n + 5))));
    fc.assert(
      fc.property(fc.array(fc.oneof(members, fives)), teams => {
        const accepted: CountedTeam[] = [];
        for (const each of teams) {
          if (!tells(each, accepted, numbers(0, 30))) {
            accepted.push(each);
          }
        }
        const cells = Map.groupBy(numbers(0, 30), person =>
          accepted.map(each => each.members.includes(person)).join(),
        );
        for (const cell of cells.values()) {
          expect(cell.length).toBeGreaterThanOrEqual(MINIMUM);
        }
      }),
    );
  });
});
