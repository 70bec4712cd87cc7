import { stringifyEntityRef } from '@backstage/catalog-model';
import { HistoryEvent } from 'backstage-plugin-adoption-metrics-node';
import { AttributeConfig, attributesOf, Organization } from '../people';

type ImportedDevelopers = Extract<HistoryEvent, { type: 'developers' }>;

/** The organization at one moment of an imported history. */
export function importedOrganization(
  { entityRefs, teams, users }: ImportedDevelopers,
  attributes: AttributeConfig[],
): Organization {
  const groupsOf = new Map(entityRefs.map(ref => [ref, [] as string[]]));
  for (const { entityRef, members } of teams ?? []) {
    members.forEach(member => groupsOf.get(member)?.push(entityRef));
  }
  const known = new Map(
    users?.map(user => [
      stringifyEntityRef(user),
      attributesOf(user, attributes),
    ]),
  );
  return {
    users: [...groupsOf].map(([entityRef, groups]) => ({
      entityRef,
      groups,
      matches: true,
      attributes: known.get(entityRef),
    })),
    groups: teams?.map(({ entityRef, name, parentRef }) => ({
      entityRef,
      name,
      parents: parentRef === undefined ? [] : [parentRef],
    })),
  };
}
