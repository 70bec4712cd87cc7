import { Group, hide, reasonOf } from '../../__testUtils__/attacker/formerRule';
import { Fact } from '../../__testUtils__/attacker/knowledge';
import { Solver } from '../../__testUtils__/attacker/Solver';

const minimum = 5;
const about = 'active';
let solver: Solver;

beforeAll(async () => {
  solver = await Solver.load();
});

function range(from: number, length: number): number[] {
  return Array.from({ length }, (_, index) => from + index);
}

function group(id: string, people: number[], active: number): Group {
  return { id, people, active };
}

function factOf({ people, active }: Group): Fact {
  return { about, people, count: active };
}

/** What the former rule showed of groups within one, reasons included. */
function shown(groups: Group[], around: Group): Fact[] {
  const reasons = hide(groups, { around, minimum });
  const vague = groups
    .filter(({ id }) => reasons.get(id) === 'reveals-everybody')
    .map(({ people }) => ({ about, people, count: [0, people.length] }));
  const exact = groups.filter(({ id }) => !reasons.has(id)).map(factOf);
  return [factOf(around), ...exact, ...vague];
}

const whatIsKnownOf = (
  { people }: Pick<Group, 'people'>,
  facts: Fact[],
  relations: Parameters<Solver['rangeOf']>[0]['relations'] = [],
) => solver.rangeOf({ facts, relations }, { about, people });

describe('The former rule lets the attacker compute', () => {
  it('what is hidden, from the reasons for hiding it', () => {
    const experimentation = group('experimentation', range(27, 8), 0);
    const insights = group('insights', range(35, 11), 1);
    const facts = shown(
      [
        group('machine-learning', range(0, 12), 5),
        group('data-platform', range(12, 15), 0),
        experimentation,
        insights,
      ],
      group('data', range(0, 46), 6),
    );
    expect(facts).toHaveLength(4);
    expect(whatIsKnownOf(experimentation, facts)).toEqual({
      least: 0,
      most: 0,
    });
    expect(whatIsKnownOf(insights, facts)).toEqual({ least: 1, most: 1 });
  });

  it('the head of a department, from the department minus its teams', () => {
    const department = group('payments', range(0, 24), 8);
    const facts = shown(
      [group('cards', range(0, 10), 3), group('loans', range(10, 13), 4)],
      department,
    );
    expect(whatIsKnownOf({ people: [23] }, facts)).toEqual({
      least: 1,
      most: 1,
    });
  });

  it('a hidden team, from what its people use', () => {
    const small = group('small', range(0, 4), 2);
    const next = group('next', range(4, 11), 10);
    const around = group('all', range(0, 45), 14);
    const facts = shown(
      [small, next, group('other', range(15, 30), 2)],
      around,
    );
    const techdocs = { about: 'techdocs', people: next.people, count: 10 };
    const usedByActivePeople = [
      {
        terms: [
          { about: 'techdocs', factor: 1 },
          { about, factor: -1 },
        ],
        atMost: 0,
      },
    ];
    expect(whatIsKnownOf(small, facts)).toEqual({ least: 1, most: 4 });
    expect(
      whatIsKnownOf(small, [...facts, techdocs], usedByActivePeople),
    ).toEqual({ least: 1, most: 2 });
  });

  it('a hidden team, from two looks around a reorganization', () => {
    const moved = group('moved', range(0, 4), 3);
    const next = group('next', range(4, 6), 2);
    const stays = group('stays', range(10, 20), 4);
    const around = group('all', range(0, 30), 9);
    const before = shown([moved, next, stays], around);
    // Past days were judged by the tree of today, in which one team is gone.
    const after = shown([next, stays], group('rest', range(4, 26), 6));
    expect(whatIsKnownOf(moved, before)).toEqual({ least: 0, most: 4 });
    expect(whatIsKnownOf(moved, [...before, ...after])).toEqual({
      least: 3,
      most: 3,
    });
  });

  it('who joined in a hidden month, beside who has never been seen', () => {
    const march = group('march', range(0, 6), 5);
    const april = group('april', range(6, 3), 3);
    expect(reasonOf(april, minimum)).toBe('too-few-people');
    const everybody = group('all', range(0, 60), 59);
    const facts = [factOf(everybody), factOf(march)];
    expect(whatIsKnownOf(april, facts)).toEqual({ least: 3, most: 3 });
  });

  it('a hidden month, from the total of all months', () => {
    const may = group('may', range(0, 8), 6);
    const june = group('june', range(8, 2), 1);
    expect(reasonOf(june, minimum)).toBe('too-few-people');
    const total = group('all months', range(0, 10), 7);
    const facts = [factOf(total), factOf(may)];
    expect(whatIsKnownOf(june, facts)).toEqual({ least: 1, most: 1 });
  });
});
