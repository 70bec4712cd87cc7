import { SuppressionReason } from 'backstage-plugin-adoption-metrics-common';
import { HEADLINE, Sample } from '../samples';
import { cuts } from './cuts';
import { Group, suppress } from './suppression';
import { TeamTree } from './TeamTree';

/** The number of active people of a team, or why it is not shown. */
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
  floor: number,
): Map<number, TeamShare> {
  const shares = samples.filter(({ cut }) => cut === cuts.team);
  const headline = samples.find(({ cut }) => cut === HEADLINE);
  const parents = new Map(
    tree.teams.map(team => [String(team.id), tree.parentOf(team)?.id]),
  );
  const reasons = suppress(
    shares.map(sample => ({
      ...groupOf(sample),
      id: sample.cutId,
      parentId: parents.get(sample.cutId)?.toString(),
    })),
    { floor, whole: headline && groupOf(headline) },
  );
  return new Map(
    shares.map(sample => [
      Number(sample.cutId),
      { sample, suppressed: reasons.get(sample.cutId) },
    ]),
  );
}

function groupOf({ numerator = 0, denominator = 0 }: Sample): Group {
  return { size: denominator, active: numerator };
}
