import fc from 'fast-check';
import { HEADLINE, Sample } from '../samples';
import { sampleOf } from '../samples/__testUtils__/samples';
import { readTeamShares } from './teamShares';
import { TeamTree } from './TeamTree';
import { Team } from './UseStore';

const MINIMUM_GROUP_SIZE = 5;

function team(id: number, parentId?: number): Team {
  return { id, entityRef: `group:default/t${id}`, name: `T${id}`, parentId };
}

function shareOf(id: number, active: number, size: number): Sample {
  const counts = { numerator: active, denominator: size };
  return sampleOf({ dimension: 'team', member: String(id), ...counts });
}

/** Teams, each in one listed before or in none, with counts of their own. */
const anyOrganization = fc.array(
  fc.record({
    parent: fc.option(fc.nat(20), { nil: undefined }),
    size: fc.nat(20),
    share: fc.nat(100),
  }),
  { minLength: 1, maxLength: 15 },
);

describe('readTeamShares', () => {
  it('hides by the headline, and among nested teams', () => {
    const tree = new TeamTree([team(1), team(2), team(3, 2), team(4, 2)]);
    const samples = [
      sampleOf({ dimension: HEADLINE, numerator: 10, denominator: 33 }),
      shareOf(1, 1, 3),
      shareOf(2, 4, 10),
      shareOf(3, 2, 5),
      shareOf(4, 2, 5),
    ];
    const shares = readTeamShares(samples, tree, MINIMUM_GROUP_SIZE);
    expect([...shares].map(([id, { suppressed }]) => [id, suppressed])).toEqual(
      [
        [1, 'too-few-people'],
        [2, 'complementary'],
        [3, 'complementary'],
        [4, 'complementary'],
      ],
    );
  });

  it('needs only the teams beside and above a team to decide whether to show it', () => {
    fc.assert(
      fc.property(anyOrganization, fc.nat(14), (drawn, chosen) => {
        const teams = drawn.map(({ parent }, id) =>
          team(id, parent !== undefined && id > 0 ? parent % id : undefined),
        );
        const samples = drawn.map(({ size, share }, id) =>
          shareOf(id, Math.round((size * share) / 100), size),
        );
        const headline = sampleOf({ numerator: 50, denominator: 150 });
        const tree = new TeamTree(teams);
        const { id } = teams[chosen % teams.length];
        const family = tree.familyOf(teams[id]).map(each => each.id);
        const all = readTeamShares(
          [headline, ...samples],
          tree,
          MINIMUM_GROUP_SIZE,
        );
        const few = readTeamShares(
          [headline, ...family.map(each => samples[each])],
          tree,
          MINIMUM_GROUP_SIZE,
        );
        expect(few.get(id)).toEqual(all.get(id));
      }),
    );
  });
});

describe('TeamTree', () => {
  it('finds teams by refs in any case', () => {
    const tree = new TeamTree([team(1), team(2, 1)]);
    expect(tree.find('Group:default/T2').id).toBe(2);
    expect(() => tree.find('group:default/t3')).toThrow(/No team/);
    expect(tree.refOf(1)).toBe('group:default/t1');
    expect(tree.refOf(9)).toBeUndefined();
  });

  it('survives groups that contain each other', () => {
    const teams = [team(1, 2), team(2, 1), team(3, 2)];
    const tree = new TeamTree(teams);
    expect(tree.isWithin(teams[2], teams[0])).toBe(true);
    expect(tree.isWithin(teams[0], teams[2])).toBe(false);
    expect(tree.familyOf(teams[2])).toEqual(teams);
  });
});
