import { TeamStore } from '../../people';
import { Interval, intersect } from '../../time';
import { ProofStore } from './ProofStore';
import { scheduleOfProof } from './schedule';

/** A team that is to try a portal. */
interface TeamToTry {
  entityRef: string;
  /** Without it nobody is counted. */
  portal: string | undefined;
  /** On which it is counted who came. */
  days: Interval;
  /** The proof of concept of which this is part, if it is stored. */
  proofId?: number;
}

/** What speaks against a team, or who is in it. */
export type CheckedTeam =
  | { fault: 'unknown' | 'small' | 'alike' }
  | { fault?: undefined; name: string; personIds: number[] };

/**
 * Says whether the members of a team can be counted without giving one of them
 * away: there are enough of them, and no other team tries the same portal on the
 * same days that differs by a few people, whom a subtraction would tell.
 */
export class TeamCheck {
  constructor(
    private readonly sources: {
      teams: Pick<TeamStore, 'find'>;
      proofs: Pick<ProofStore, 'trying' | 'members'>;
      minimumGroupSize: number;
    },
  ) {}

  async check(team: TeamToTry): Promise<CheckedTeam> {
    const found = await this.sources.teams.find(team.entityRef);
    if (!found) {
      return { fault: 'unknown' };
    }
    if (found.personIds.length < this.sources.minimumGroupSize) {
      return { fault: 'small' };
    }
    const others = team.portal ? await this.#others(team.portal, team) : [];
    return others.some(other => this.#isAlike(found.personIds, other))
      ? { fault: 'alike' }
      : found;
  }

  /** The members of teams that try a portal on some of the days. */
  async #others(
    portal: string,
    { days, proofId }: TeamToTry,
  ): Promise<number[][]> {
    const { proofs, teams } = this.sources;
    const others: number[][] = [];
    for (const proof of await proofs.trying(portal, proofId)) {
      const members = await proofs.members(proof.id);
      const { trials } = scheduleOfProof(proof);
      for (const { position, team, ...candidate } of proof.candidates) {
        const isTogether = intersect(trials[position - 1], days) !== undefined;
        if (candidate.portal === portal && isTogether) {
          const planned = (await teams.find(team.entityRef))?.personIds;
          others.push(members.get(position) ?? planned ?? []);
        }
      }
    }
    return others;
  }

  #isAlike(team: number[], other: number[]): boolean {
    const { minimumGroupSize } = this.sources;
    const isFew = (people: number[], others: Set<number>) => {
      const rest = people.filter(id => !others.has(id)).length;
      return rest > 0 && rest < minimumGroupSize;
    };
    return isFew(team, new Set(other)) || isFew(other, new Set(team));
  }
}
