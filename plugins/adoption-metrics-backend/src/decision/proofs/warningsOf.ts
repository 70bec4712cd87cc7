import {
  ProofState,
  ProofWarning,
  writeCount,
} from 'backstage-plugin-adoption-metrics-common';
import { Day, writeDay } from '../../time';

/** What of a candidate may be a reason for caution. */
export interface CautiousCandidate {
  title: string;
  /** Whether its activity can be known at all. */
  hasPortal: boolean;
  /** Whether it is this portal, which its team knows already. */
  isThis: boolean;
  /** Undefined before the start. */
  size: number | undefined;
  needed: number | undefined;
  /** Person ids. */
  members: number[];
  teamReadOn: Day | undefined;
  missingDays: number;
  closedDays: number;
}

export interface Warning {
  code: ProofWarning;
  sentence: string;
}

/** In larger teams, one person is less than five points. */
const LARGEST_SMALL_TEAM = 20;

/** What to keep in mind about a result. */
export function warningsOf(
  candidates: CautiousCandidate[],
  { state, start }: { state: ProofState; start: Day },
): Warning[] {
  return [
    ...candidates.flatMap(notMeasured),
    ...(state === 'planned' ? [] : ofTeams(candidates, start)),
    ...candidates.flatMap(missingDays),
    ...(state === 'planned' ? [] : [novelty(candidates)]),
  ];
}

function ofTeams(candidates: CautiousCandidate[], start: Day): Warning[] {
  return [
    ...candidates.flatMap(smallTeam),
    ...sizesDiffer(candidates),
    ...overlap(candidates),
    ...candidates.flatMap(each => readLate(each, start)),
  ];
}

function notMeasured({ title, hasPortal }: CautiousCandidate): Warning[] {
  return hasPortal
    ? []
    : [
        {
          code: 'not-measured',
          sentence: `No portal is set for ${title}: its usage cannot be counted.`,
        },
      ];
}

function smallTeam(candidate: CautiousCandidate): Warning[] {
  const { title, size, needed } = candidate;
  if (size === undefined || size > LARGEST_SMALL_TEAM) {
    return [];
  }
  const points = Math.round(100 / size);
  return [
    {
      code: 'small-team',
      sentence: `${title} was tried by ${size} people: one person equals ${writeCount(
        points,
        'point',
        'points',
      )}, and the goal takes ${needed}.`,
    },
  ];
}

function sizesDiffer(candidates: CautiousCandidate[]): Warning[] {
  const sizes = candidates
    .map(({ size }) => size)
    .filter(size => size !== undefined);
  const [least, most] = [Math.min(...sizes), Math.max(...sizes)];
  return sizes.length > 1 && least !== most
    ? [
        {
          code: 'team-sizes-differ',
          sentence: `Teams have ${least} to ${most} members: the goal is easier to reach for some than for others.`,
        },
      ]
    : [];
}

function overlap(candidates: CautiousCandidate[]): Warning[] {
  const teams = candidates.filter(({ members }) => members.length > 0);
  if (teams.length < 2) {
    return [];
  }
  const tried = new Map<number, number>();
  for (const id of teams.flatMap(({ members }) => members)) {
    tried.set(id, (tried.get(id) ?? 0) + 1);
  }
  const several = [...tried.values()].filter(times => times > 1).length;
  return several === 0
    ? [
        {
          code: 'teams-differ',
          sentence:
            'Each candidate has its own team: differences between teams look like differences between candidates.',
        },
      ]
    : [
        {
          code: 'teams-overlap',
          sentence: `${writeCount(
            several,
            'person tries',
            'people try',
          )} more than one candidate: habits carry over from one to the next.`,
        },
      ];
}

function readLate(candidate: CautiousCandidate, start: Day): Warning[] {
  const { title, teamReadOn } = candidate;
  return teamReadOn === undefined || teamReadOn <= start
    ? []
    : [
        {
          code: 'team-read-late',
          sentence: `The members who try ${title} were read on ${writeDay(
            teamReadOn,
          )}, after the start: anyone who left before is not counted.`,
        },
      ];
}

function missingDays(candidate: CautiousCandidate): Warning[] {
  const { title, hasPortal, missingDays: missing, closedDays } = candidate;
  return hasPortal && missing > 0
    ? [
        {
          code: 'missing-days',
          sentence: `No activity of ${title} was reported for ${missing} of ${writeCount(
            closedDays,
            'day',
            'days',
          )}: actual usage may be higher and earlier.`,
        },
      ]
    : [];
}

function novelty(candidates: CautiousCandidate[]): Warning {
  const known = candidates.some(({ isThis }) => isThis)
    ? ' Its team already knew this portal; the others are new.'
    : '';
  return {
    code: 'novelty',
    sentence: `New tools get tried out: the first weeks do not show who still uses them months later.${known}`,
  };
}
