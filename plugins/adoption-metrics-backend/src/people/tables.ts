import {
  DeveloperPreview,
  FEWEST_OPT_OUTS,
  formatCsv,
} from 'backstage-plugin-adoption-metrics-common';

const columns = ['status', 'id', 'name', 'parentId', 'users'] as const;

/**
 * Users by reason for counting or not, and the teams of developers. With names,
 * one row per user.
 */
export function developersToCsv(preview: DeveloperPreview): string {
  const { people, developers, optedOut, exclusions } = preview;
  const { teams, withoutTeam } = preview;
  return formatCsv(columns, [
    ...usersOf('counted', { users: developers, people }),
    {
      status: 'opted-out',
      users: optedOut ?? `fewer than ${FEWEST_OPT_OUTS}`,
    },
    ...exclusions.flatMap(({ reason, ...users }) => usersOf(reason, users)),
    ...teams.map(({ id, name, parentId, ...team }) => ({
      status: 'team',
      id,
      name,
      parentId,
      users: team.developers,
    })),
    { status: 'without-team', users: withoutTeam },
  ]);
}

function usersOf(
  status: string,
  { users, people }: { users: number; people?: string[] },
) {
  return people
    ? people.map(id => ({ status, id, users: 1 }))
    : [{ status, users }];
}
