import { SuppressionReason } from 'backstage-plugin-adoption-metrics-common';
import { HEADLINE, Sample } from '../samples';
import { dimensions } from './dimensions';
import { Group, suppress } from './suppression';
import { TeamTree } from './TeamTree';

/** The active people of a team, or why their number is not shown. */
export interface TeamShare {
  sample: Sample;
  suppressed: SuppressionReason | undefined;
}

/**
 * The teams of one day by their id.
 *
 * @param samples - the headline of the day, and its teams
 */
export function readTeamShares(
  samples: Sample[],
  tree: TeamTree,
  minimumGroupSize: number,
): Map<number, TeamShare> {
  const shares = samples.filter(
    ({ dimension }) => dimension === dimensions.team,
  );
  const headline = samples.find(({ dimension }) => dimension === HEADLINE);
  const parents = new Map(
    tree.teams.map(team => [String(team.id), tree.parentOf(team)?.id]),
  );
  const reasons = suppress(
    shares.map(sample => ({
      ...groupOf(sample),
      id: sample.member,
      parentId: parents.get(sample.member)?.toString(),
    })),
    { minimumGroupSize, whole: headline && groupOf(headline) },
  );
  return new Map(
    shares.map(sample => [
      Number(sample.member),
      { sample, suppressed: reasons.get(sample.member) },
    ]),
  );
}

function groupOf({ numerator = 0, denominator = 0 }: Sample): Group {
  return { size: denominator, active: numerator };
}
