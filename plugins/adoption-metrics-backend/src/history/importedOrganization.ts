import { HistoryEvent } from 'backstage-plugin-adoption-metrics-node';
import { Organization } from '../people';

type ImportedDevelopers = Extract<HistoryEvent, { type: 'developers' }>;

/** The organization at a moment of an imported history. */
export function importedOrganization({
  entityRefs,
  teams,
}: ImportedDevelopers): Organization {
  const groupsOf = new Map(entityRefs.map(ref => [ref, [] as string[]]));
  for (const { entityRef, members } of teams ?? []) {
    members.forEach(member => groupsOf.get(member)?.push(entityRef));
  }
  return {
    users: [...groupsOf].map(([entityRef, groups]) => ({
      entityRef,
      groups,
      matches: true,
    })),
    groups: teams?.map(({ entityRef, name, parentRef }) => ({
      entityRef,
      name,
      parents: parentRef === undefined ? [] : [parentRef],
    })),
  };
}
