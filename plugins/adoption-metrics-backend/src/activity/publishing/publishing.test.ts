import fc from 'fast-check';
import { ChosenGroup, chooseGroups, TeamMembers } from './chooseGroups';
import { raiseAll, raiseMinimum } from './raiseMinimum';

const range = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, i) => from + i);

/** Teams by their names, in which people are numbered from 0. */
function teamsOf(
  given: Record<string, { members: number[]; in?: string }>,
): TeamMembers[] {
  const names = Object.keys(given);
  return Object.entries(given).map(([name, { members, in: parent }]) => ({
    id: names.indexOf(name) + 1,
    parentId: parent === undefined ? undefined : names.indexOf(parent) + 1,
    name,
    members,
  }));
}

function sizeOf(
  { atoms }: Pick<ChosenGroup, 'atoms'>,
  sizes: readonly number[],
): number {
  return atoms.reduce((sum, atom) => sum + sizes[atom], 0);
}

/** Groups in words: "A 8", "B+C 9 in A", "others 5 in A". */
function publish(
  people: number,
  given: Parameters<typeof teamsOf>[0],
  minimum = 5,
): string[] {
  const teams = teamsOf(given);
  const { groups, atomSizes } = chooseGroups(people, teams, minimum);
  const nameOf = (id: number) => teams[id - 1].name;
  const label = (group: ChosenGroup) =>
    group.team === undefined
      ? [group.kind, ...group.teams.map(nameOf)].join(' ')
      : [nameOf(group.team), ...group.teams.map(nameOf)].join(' + ');
  return groups.map(group => {
    const written = `${label(group)}: ${sizeOf(group, atomSizes)}`;
    const { parent } = group;
    return parent === undefined
      ? written
      : `${written} in ${nameOf(groups[parent].team!)}`;
  });
}

describe('chooseGroups', () => {
  it('publishes teams and those in none', () => {
    expect(
      publish(30, {
        A: { members: range(0, 10) },
        B: { members: range(10, 18) },
      }),
    ).toEqual(['A: 10', 'B: 8', 'others: 12']);
  });

  it('publishes nothing of a department whose head alone remains', () => {
    const within = 'Department';
    const outside = { Rest: { members: range(20, 40) } };
    expect(
      publish(40, {
        [within]: { members: range(0, 8) },
        A: { members: range(0, 3), in: within },
        B: { members: range(3, 7), in: within },
        ...outside,
      }),
    ).toEqual(['Rest: 20', 'Department + A + B: 8', 'others: 12']);
    expect(
      publish(40, {
        [within]: { members: range(0, 7) },
        A: { members: range(0, 3), in: within },
        B: { members: range(3, 7), in: within },
        ...outside,
      }),
    ).toEqual(['Rest: 20', 'Department + A + B: 7', 'others: 13']);
  });

  it('pools a small team with its smallest sibling', () => {
    expect(
      publish(30, {
        Large: { members: range(0, 20) },
        Small: { members: range(20, 23) },
        Next: { members: range(23, 30) },
      }),
    ).toEqual(['Large: 20', 'pooled Small Next: 10']);
  });

  it('counts members in none of the teams below as one of them', () => {
    const within = 'A';
    expect(
      publish(30, {
        A: { members: range(0, 30) },
        B: { members: range(0, 12), in: within },
        C: { members: range(12, 20), in: within },
        D: { members: range(20, 28), in: within },
      }),
    ).toEqual(['A: 30', 'B: 12 in A', 'D: 8 in A', 'others C: 10 in A']);
  });

  it('leaves out a team that shares too few people with another', () => {
    expect(
      publish(40, {
        A: { members: range(0, 12) },
        B: { members: range(11, 20) },
        C: { members: range(20, 30) },
      }),
    ).toEqual(['A: 12', 'C: 10', 'others B: 18']);
  });

  it('still publishes the teams below one that was left out', () => {
    expect(
      publish(40, {
        A: { members: range(0, 20) },
        B: { members: range(19, 35) },
        B1: { members: range(19, 27), in: 'B' },
        B2: { members: range(27, 35), in: 'B' },
      }),
    ).toEqual(['A: 20', 'B2: 8', 'others B B1: 12']);
  });

  it('publishes teams of the same people, and a team that is its parent', () => {
    expect(
      publish(20, {
        Company: { members: range(0, 20) },
        A: { members: range(0, 20), in: 'Company' },
        B: { members: range(0, 20), in: 'Company' },
      }),
    ).toEqual(['Company: 20', 'B: 20 in Company', 'A: 20 in Company']);
  });

  it('publishes nothing of fewer than twice the minimum', () => {
    expect(publish(9, { A: { members: range(0, 5) } })).toEqual([]);
    expect(publish(10, { A: { members: range(0, 5) } })).toEqual([
      'A: 5',
      'others: 5',
    ]);
  });

  it('names every team once, where its members are', () => {
    expect(
      publish(20, {
        A: { members: range(0, 6) },
        A1: { members: range(0, 2), in: 'A' },
        A2: { members: range(2, 6), in: 'A' },
        B: { members: range(6, 8) },
        B1: { members: range(6, 8), in: 'B' },
        C: { members: range(8, 10) },
      }),
    ).toEqual(['pooled B B1 C A A1 A2: 10', 'others: 10']);
  });

  it('loses nothing where teams contain each other', () => {
    expect(
      publish(20, {
        A: { members: range(0, 8), in: 'B' },
        B: { members: range(0, 8), in: 'A' },
      }),
    ).toEqual(['others: 20']);
  });

  it('takes 200,000 people on four levels in seconds', () => {
    const people = 200_000;
    const sizes = [20_000, 2_000, 200, 9];
    let id = 0;
    const teams: TeamMembers[] = [];
    const addBelow = (level: number, of: number[], parentId?: number) => {
      for (let at = 0; at < of.length; at += sizes[level]) {
        const members = of.slice(at, at + sizes[level]);
        id += 1;
        teams.push({ id, parentId, name: `T${id}`, members });
        if (level + 1 < sizes.length) {
          addBelow(level + 1, members, id);
        }
      }
    };
    addBelow(0, range(0, people));
    const start = performance.now();
    const { groups } = chooseGroups(people, teams, 5);
    expect(groups.length).toBeGreaterThan(20_000);
    // It takes less than a second; other tests run beside it.
    expect(performance.now() - start).toBeLessThan(10_000);
  });
});

/** Some people in teams that overlap, nest and share names of parents. */
const anyOrganization = fc
  .record({
    people: fc.integer({ min: 5, max: 40 }),
    minimum: fc.constantFrom(3, 5, 7),
  })
  .chain(({ people, minimum }) =>
    fc.record({
      people: fc.constant(people),
      minimum: fc.constant(minimum),
      raised: fc.integer({ min: minimum, max: 15 }),
      teams: fc
        .array(
          fc.record({
            members: fc.uniqueArray(fc.nat(people - 1), { maxLength: people }),
            parent: fc.option(fc.nat(9), { nil: undefined }),
          }),
          { maxLength: 10 },
        )
        .map(drafts => nest(drafts)),
    }),
  );

/** Members of a team are in the teams above it too. */
function nest(
  drafts: Array<{ members: number[]; parent: number | undefined }>,
): TeamMembers[] {
  const sets = drafts.map(({ members }) => new Set(members));
  // A parent comes before its children, so there are no circles.
  const parentOf = (index: number) => {
    const { parent } = drafts[index];
    return parent !== undefined && parent < index ? parent : undefined;
  };
  for (let index = drafts.length - 1; index >= 0; index--) {
    const parent = parentOf(index);
    if (parent !== undefined) {
      sets[index].forEach(member => sets[parent].add(member));
    }
  }
  return sets.map((members, index) => {
    const parent = parentOf(index);
    return {
      id: index + 1,
      parentId: parent === undefined ? undefined : parent + 1,
      name: `T${index}`,
      members: [...members],
    };
  });
}

/** Sizes of all cells of the diagram that the sets draw. */
function vennCells(people: number, sets: Array<Set<number>>): number[] {
  const signatures = range(0, people).map(person =>
    sets.map(set => (set.has(person) ? 1 : 0)).join(''),
  );
  return [...Map.groupBy(signatures, each => each).values()].map(
    ({ length }) => length,
  );
}

describe('whatever the organization', () => {
  const membersOf = (
    { atoms }: Pick<ChosenGroup, 'atoms'>,
    atomOf: Readonly<Int32Array>,
  ) => {
    const inside = new Set(atoms);
    return new Set(
      range(0, atomOf.length).filter(person => inside.has(atomOf[person])),
    );
  };

  it('no set below the minimum can be formed from what is published', () => {
    fc.assert(
      fc.property(anyOrganization, ({ people, minimum, raised, teams }) => {
        const { groups, atomOf, atomSizes } = chooseGroups(
          people,
          teams,
          minimum,
        );
        const check = (published: ChosenGroup[], least: number) => {
          const sets = published.map(group => membersOf(group, atomOf));
          const everybody = new Set(range(0, people));
          for (const size of vennCells(people, [...sets, everybody])) {
            expect(published.length === 0 || size >= least).toBe(true);
          }
        };
        check(groups, minimum);
        check(raiseMinimum(groups, atomSizes, raised), raised);
      }),
      { numRuns: 2_000 },
    );
  });

  it('nor from that and what is published by attribute', () => {
    fc.assert(
      fc.property(
        anyOrganization,
        fc.array(
          fc.record({
            beforeTeams: fc.boolean(),
            /** The value of each person, by turns. */
            values: fc.array(fc.constantFrom('a', 'b', 'c', '', undefined), {
              minLength: 1,
              maxLength: 12,
            }),
          }),
          { maxLength: 3 },
        ),
        ({ people, minimum, raised, teams }, given) => {
          const attributes = given.map(({ beforeTeams, values }, index) => ({
            id: `a${index}`,
            beforeTeams,
            values: [
              ...Map.groupBy(
                range(0, people),
                person => values[person % values.length],
              ),
            ].map(([value, members]) => ({ value, members })),
          }));
          const chosen = chooseGroups(people, teams, minimum, attributes);
          const { atomOf, atomSizes } = chosen;
          const check = (
            {
              groups,
              attributes: by,
            }: Pick<typeof chosen, 'groups' | 'attributes'>,
            least: number,
          ) => {
            const sets = [...groups, ...by.flatMap(each => each.groups)].map(
              group => membersOf(group, atomOf),
            );
            for (const size of vennCells(people, sets)) {
              expect(sets.length === 0 || size >= least).toBe(true);
            }
            for (const each of by) {
              const sizes = each.groups.map(group => sizeOf(group, atomSizes));
              const sum = sizes.reduce((a, b) => a + b, 0);
              expect([0, people]).toContain(sum);
            }
          };
          check(chosen, minimum);
          check(raiseAll(chosen, atomSizes, raised), raised);
          expect(raiseAll(chosen, atomSizes, minimum).attributes).toEqual(
            chosen.attributes,
          );
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('every team is published as it is, or named in a group with a member of it', () => {
    fc.assert(
      fc.property(anyOrganization, ({ people, minimum, teams }) => {
        const { groups, atomOf } = chooseGroups(people, teams, minimum);
        if (groups.length === 0) {
          return;
        }
        for (const { id, members } of teams) {
          const alone = groups.filter(group => group.team === id);
          const named = groups.filter(group => group.teams.includes(id));
          named.forEach(group =>
            expect(
              Array.from(members).some(member =>
                membersOf(group, atomOf).has(member),
              ),
            ).toBe(true),
          );
          expect(alone.length + named.length).toBe(members.length > 0 ? 1 : 0);
          alone.forEach(group =>
            expect(membersOf(group, atomOf)).toEqual(
              new Set(Array.from(members).sort((a, b) => a - b)),
            ),
          );
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it('groups below one are parts of it, and leave nobody out', () => {
    fc.assert(
      fc.property(anyOrganization, ({ people, minimum, teams }) => {
        const { groups, atomOf } = chooseGroups(people, teams, minimum);
        const sets = groups.map(group => membersOf(group, atomOf));
        for (const parent of [undefined, ...range(0, groups.length)]) {
          const below = sets.filter((_, i) => groups[i].parent === parent);
          const whole =
            parent === undefined ? new Set(range(0, people)) : sets[parent];
          const together = new Set(below.flatMap(set => [...set]));
          expect([0, whole.size]).toContain(together.size);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it('the same minimum publishes the same groups again', () => {
    fc.assert(
      fc.property(anyOrganization, ({ people, minimum, teams }) => {
        const { groups, atomSizes } = chooseGroups(people, teams, minimum);
        const key = ({ kind, team, teams: named, atoms }: ChosenGroup) =>
          JSON.stringify([kind, team, [...named].sort(), atoms]);
        expect(
          raiseMinimum(groups, atomSizes, minimum).map(key).sort(),
        ).toEqual(groups.map(key).sort());
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('attributes', () => {
  const byValue = (beforeTeams: boolean, values: Record<string, number[]>) => ({
    id: 'location',
    beforeTeams,
    values: Object.entries(values).map(([value, members]) => ({
      value: value === 'none' ? undefined : value,
      members,
    })),
  });
  const write = (
    teams: Parameters<typeof teamsOf>[0],
    attribute: ReturnType<typeof byValue>,
  ) => {
    const { groups, attributes, atomSizes } = chooseGroups(
      30,
      teamsOf(teams),
      5,
      [attribute],
    );
    return [
      groups.filter(({ kind }) => kind === 'team').length,
      ...attributes[0].groups.map(
        ({ kind, values, atoms }) =>
          `${[kind, ...values].join(' ')}: ${sizeOf({ atoms }, atomSizes)}`,
      ),
    ];
  };

  it('are published by value, those without one, and the others', () => {
    const locations = {
      Berlin: range(0, 12),
      London: range(12, 20),
      none: range(20, 26),
      '': range(26, 30),
    };
    expect(write({}, byValue(false, locations))).toEqual([
      0,
      'value Berlin: 12',
      'value London: 8',
      // Four people would be left.
      'others: 10',
    ]);
  });

  it('come after teams, unless the configuration puts them first', () => {
    const teams = {
      A: { members: range(0, 10) },
      B: { members: range(10, 20) },
    };
    const locations = {
      Berlin: [...range(0, 3), ...range(20, 30)],
      London: range(3, 20),
    };
    expect(write(teams, byValue(false, locations))).toEqual([2]);
    expect(write(teams, byValue(true, locations))).toEqual([
      1,
      'value London: 17',
      'value Berlin: 13',
    ]);
  });
});

describe('raiseMinimum', () => {
  it('hides what has become too small, and names it where its people are', () => {
    const teams = teamsOf({
      A: { members: range(0, 30) },
      A1: { members: range(0, 6), in: 'A' },
      A2: { members: range(6, 30), in: 'A' },
      B: { members: range(30, 36) },
    });
    const { groups, atomSizes } = chooseGroups(60, teams, 5);
    expect(groups).toHaveLength(5);
    const raised = raiseMinimum(groups, atomSizes, 10);
    expect(
      raised.map(group => [group.kind, group.team, group.teams, group.parent]),
    ).toEqual([
      ['team', 1, [3, 2], undefined],
      ['others', undefined, [4], undefined],
    ]);
    expect(raised.map(group => sizeOf(group, atomSizes))).toEqual([30, 30]);
    expect(raiseMinimum(groups, atomSizes, 31)).toEqual([]);
  });
});
