import fc from 'fast-check';
import { group, groupRef, organization } from './__testUtils__/organization';
import { membersByTeam, parentsOf } from './hierarchy';

const names = ['a', 'b', 'c', 'd', 'e', 'f'];
const someNames = fc.uniqueArray(fc.constantFrom(...names), { maxLength: 3 });
// Groups above each other in any way, circles included; some are not there.
const groups = fc
  .tuple(...names.map(() => someNames))
  .map(parents => names.map((name, i) => group(name, ...parents[i])))
  .chain(all => fc.subarray(all));
const users = fc.dictionary(
  fc.constantFrom('ada', 'bob', 'cy', 'di'),
  someNames,
);

describe('membersByTeam', () => {
  it('counts whoever can be reached, once', () => {
    fc.assert(
      fc.property(users, groups, (people, all) => {
        const company = organization(people, all);
        const members = membersByTeam(company, company.users);
        // The oracle widens each set until nothing is added any more.
        const present = new Map(all.map(each => [each.entityRef, each]));
        for (const { entityRef } of all) {
          const expected = company.users.filter(user => {
            let reached = user.groups.filter(ref => present.has(ref));
            for (let step = 0; step < names.length; step++) {
              reached = reached.concat(
                reached
                  .flatMap(ref => present.get(ref)!.parents)
                  .filter(ref => present.has(ref)),
              );
              reached = [...new Set(reached)];
            }
            return reached.includes(entityRef);
          });
          expect(members.get(entityRef)).toEqual(expected);
        }
      }),
    );
  });
});

describe('parentsOf', () => {
  it('never leads in a circle, and drops a parent only to avoid that', () => {
    fc.assert(
      fc.property(groups, all => {
        const parents = parentsOf(all);
        for (const { entityRef } of all) {
          const seen = new Set<string>();
          let ref: string | undefined = entityRef;
          while (ref !== undefined) {
            expect(seen.has(ref)).toBe(false);
            seen.add(ref);
            ref = parents.get(ref);
          }
        }
      }),
    );
  });

  it('takes the first of several that are there', () => {
    const all = [group('x', 'gone', 'c', 'b'), group('b'), group('c')];
    expect(parentsOf(all)).toEqual(new Map([[groupRef('x'), groupRef('b')]]));
  });
});
