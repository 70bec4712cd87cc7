import { Organization } from '../pluginInternals';

const TEAMS_PER_UNIT = 50;

/** Puts people in teams of equal size, and teams into units above them. */
export function organizationOf(people: string[], teams: number): Organization {
  const teamRef = (index: number) => `group:default/team.${index}`;
  const unitRef = (index: number) => `group:default/unit.${index}`;
  const units = Math.ceil(teams / TEAMS_PER_UNIT);
  const numbers = (count: number) => [...Array(count).keys()];
  return {
    users: people.map((entityRef, i) => ({
      entityRef,
      groups: [teamRef(i % teams)],
      matches: true,
    })),
    groups: [
      ...numbers(units).map(i => ({
        entityRef: unitRef(i),
        name: `Unit ${i}`,
        parents: [],
      })),
      ...numbers(teams).map(i => ({
        entityRef: teamRef(i),
        name: `Team ${i}`,
        parents: [unitRef(i % units)],
      })),
    ],
  };
}
