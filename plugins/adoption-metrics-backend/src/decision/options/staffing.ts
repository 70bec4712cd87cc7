import { Staffing } from 'backstage-plugin-adoption-metrics-common';
import { Bounds } from '../published';
import { writeLimits, writeNumber } from './write';

/**
 * Whether a team can run a portal: by itself, with a provider, or not at all.
 *
 * @param team - full-time equivalents; undefined while unknown
 * @param needed.any - for any portal
 * @param needed.selfHosted - for a portal of one's own
 */
export function staffingOf(
  team: number | undefined,
  needed: { any: Bounds; selfHosted: Bounds },
): Staffing {
  const takes = `A self-hosted portal takes ${fte(needed.selfHosted)}`;
  if (team === undefined) {
    return {
      state: 'unknown',
      team: null,
      sentence: `${takes}; your team size is unknown.`,
    };
  }
  const have = `Your team has ${writeNumber(team)} FTE`;
  if (team < (needed.any.low ?? 0)) {
    return {
      state: 'not-viable',
      team,
      sentence: `${have}: too few to operate any portal of this kind, which takes ${fte(
        needed.any,
      )}.`,
    };
  }
  return team < (needed.selfHosted.low ?? 0)
    ? {
        state: 'managed-only',
        team,
        sentence: `${have}: enough only if a provider manages the portal. ${takes}.`,
      }
    : { state: 'enough', team, sentence: `${have}: enough. ${takes}.` };
}

function fte(bounds: Bounds): string {
  return writeLimits(bounds, writeNumber, 'FTE');
}
