import { TestDatabaseId } from '@backstage/backend-test-utils';
import { SettingsStore } from '../../database';
import { createTestDatabases } from '../../database/__testUtils__/testDatabases';
import { AttributeStore } from '../AttributeStore';
import { AttributeConfig } from '../config';
import { DeveloperStore } from '../DeveloperStore';
import { PeopleStore } from '../PeopleStore';
import { TeamStore } from '../TeamStore';
import { DeveloperCollector } from '../DeveloperCollector';
import { Organization, OrganizationGroup } from '../Organization';
import { createPseudonymizer } from '../pseudonym';
import { createUserClassifier } from '../classifyUsers';
import { createFirstReadingCheck } from '../plausibility';

const databases = createTestDatabases();

export const testedDatabases = () => databases.eachSupportedId();

export const pseudonymize = createPseudonymizer('a secret of enough length');

export const userRef = (name: string) => `user:default/${name}`;
export const groupRef = (name: string) => `group:default/${name}`;

/** A group of that name, below others. */
export function group(name: string, ...parents: string[]): OrganizationGroup {
  return { entityRef: groupRef(name), name, parents: parents.map(groupRef) };
}

/** Users by name with the names of their groups. */
export function organization(
  users: Record<string, string[]> | string[],
  groups?: OrganizationGroup[],
): Organization {
  const entries: Array<[string, string[]]> = Array.isArray(users)
    ? users.map(name => [name, []])
    : Object.entries(users);
  return {
    users: entries.map(([name, memberOf]) => ({
      entityRef: userRef(name),
      groups: memberOf.map(groupRef),
      matches: true,
    })),
    groups,
  };
}

export const crowd = (size: number, prefix = 'p') =>
  Array.from({ length: size }, (_, index) => `${prefix}${index}`);

/** Stores of people with the collector, on a real database. */
export async function setUpPeople(
  engine: TestDatabaseId,
  options: {
    exclude?: string[];
    live?: boolean;
    attributes?: AttributeConfig[];
  } = {},
) {
  const knex = await databases.create(engine);
  const people = new PeopleStore(knex);
  const developers = new DeveloperStore(knex);
  const teams = new TeamStore(knex);
  const { exclude = [] } = options;
  const believesFirst = createFirstReadingCheck(new SettingsStore(knex));
  const collector = new DeveloperCollector({
    people,
    developers,
    teams,
    attributes: new AttributeStore(knex),
    attributesConfig: options.attributes ?? [],
    minimumGroupSize: 5,
    pseudonymize,
    classify: createUserClassifier({ people, pseudonymize, exclude }),
    believesFirst: options.live ? believesFirst : undefined,
  });
  const idOf = async (name: string) => {
    const pseudonym = pseudonymize(userRef(name));
    return (await people.findIds([pseudonym])).get(pseudonym) ?? -1;
  };
  const spansOf = async (name: string, team?: string) => {
    const query = knex(team ? 'team_spans' : 'developer_spans')
      .where({ person_id: await idOf(name) })
      .orderBy('from_day');
    const rows = await (team
      ? query
          .join('teams', 'teams.id', 'team_id')
          .where({ entity_ref: groupRef(team) })
      : query);
    return rows.map(row => [row.from_day, row.to_day ?? undefined]);
  };
  return { knex, people, developers, teams, collector, idOf, spansOf };
}
