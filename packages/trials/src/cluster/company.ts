import { Entity } from '@backstage/catalog-model';

/** How many people report. */
export const PEOPLE = 200;

const TEAMS = 10;

/** The entity ref of the `index`th person. */
export function personRef(index: number): string {
  return `user:default/person-${index}`;
}

/** What stands in the catalog: people in teams, each with a service. */
export function company(): Entity[] {
  const teams = Array.from({ length: TEAMS }, (_, index) => `team-${index}`);
  return [
    ...teams.map(name => entity('Group', name)),
    ...Array.from({ length: PEOPLE }, (_, index) =>
      entity('User', `person-${index}`, {
        type: 'memberOf',
        targetRef: `group:default/${teams[index % TEAMS]}`,
      }),
    ),
    ...teams.map(name =>
      entity('Component', `service-of-${name}`, {
        type: 'ownedBy',
        targetRef: `group:default/${name}`,
      }),
    ),
  ];
}

function entity(
  kind: string,
  name: string,
  ...relations: Array<{ type: string; targetRef: string }>
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name, uid: `uid-of-${name}` },
    relations,
  };
}
