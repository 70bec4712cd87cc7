import { organizationOf } from './organization';

it('puts everybody in a team and every team in a unit', () => {
  const people = Array.from({ length: 100 }, (_, i) => `user:default/p${i}`);
  const { users, groups } = organizationOf(people, 60);
  const parents = new Map(
    groups!.map(group => [group.entityRef, group.parents]),
  );
  expect(users.map(({ entityRef }) => entityRef)).toEqual(people);
  for (const {
    groups: [team],
  } of users) {
    const [unit] = parents.get(team)!;
    expect(parents.get(unit)).toEqual([]);
  }
  expect(new Set(users.map(user => user.groups[0])).size).toBe(60);
});
