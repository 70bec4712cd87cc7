import {
  Portals,
  PortalSeries,
  PortalTeams,
  formatCsv,
} from 'backstage-plugin-adoption-metrics-common';

// Unknown cells are empty.

/** One row a portal, then one for all of them together. */
export function portalsToCsv({ portals, any }: Portals): string {
  const rows = portals.map(({ headline, id, ...portal }) => ({
    portal: id,
    ...portal,
    ...headline,
  }));
  return formatCsv(
    [
      'portal',
      'title',
      'option',
      'since',
      'url',
      'reportedBy',
      'firstDay',
      'lastDay',
      'lastReportAt',
      'from',
      'to',
      'active',
      'developers',
      'share',
      'coverage',
      'status',
      'reason',
    ],
    [...rows, { portal: 'any', ...any }],
  );
}

/** One row for each portal and period. */
export function portalSeriesToCsv({ series }: PortalSeries): string {
  return formatCsv(
    [
      'portal',
      'title',
      'reportedBy',
      'from',
      'to',
      'numerator',
      'denominator',
      'value',
      'coverage',
      'partial',
    ],
    series.flatMap(({ points, ...portal }) =>
      points.map(point => ({ ...portal, ...point })),
    ),
  );
}

/** One row for each group and portal. */
export function portalTeamsToCsv({ groups, portals }: PortalTeams): string {
  const reporters = new Map(
    portals.map(({ id, reportedBy }) => [id, reportedBy]),
  );
  return formatCsv(
    [
      'id',
      'kind',
      'name',
      'parentId',
      'teams',
      'developers',
      'portal',
      'reportedBy',
      'active',
      'share',
      'coverage',
    ],
    groups.flatMap(({ portals: ofGroup, teams, ...group }) =>
      ofGroup.map(each => ({
        ...group,
        teams: teams.map(({ id }) => id).join(' '),
        ...each,
        reportedBy: reporters.get(each.portal),
      })),
    ),
  );
}
