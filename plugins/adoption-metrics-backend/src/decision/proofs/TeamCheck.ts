import { DeveloperStore, TeamStore } from '../../people';
import { Interval } from '../../time';
import { StoredProof } from './Proof';
import { ProofStore } from './ProofStore';
import { scheduleOfProof } from './schedule';
import { CountedTeam, tellsFew } from './tellsFew';

/** A team that is to try something. */
interface TeamToTry {
  entityRef: string;
  /** On which it is counted who came. */
  days: Interval;
}

/** What speaks against a team, or its name. */
export type CheckedTeam =
  | { fault: 'unknown' | 'small' | 'alike' }
  | { fault?: undefined; name: string };

/** Who tries something, once it has begun. */
export interface TeamRead {
  /** None if they are too few. */
  personIds: number[];
  /** Whether it tells nothing of fewer people, beside other teams. */
  mayCount(members: number[], counted: CountedTeam[]): boolean;
}

/**
 * Says whether the members of a team can be counted without giving one of them
 * away: there are enough of them, and no few people remain when other teams that
 * try the same portal are added or subtracted.
 */
export class TeamCheck {
  constructor(
    private readonly sources: {
      teams: Pick<TeamStore, 'find'>;
      developers: Pick<DeveloperStore, 'readCurrent'>;
      proofs: Pick<ProofStore, 'list' | 'counted'>;
      minimumGroupSize: number;
    },
  ) {}

  /**
   * For a plan: beside what is counted and what is planned.
   *
   * @param team.portal - without it nobody is counted
   * @param team.proofId - of the plan, if it is stored
   */
  async check(
    team: TeamToTry & { portal: string | undefined; proofId?: number },
  ): Promise<CheckedTeam> {
    const { teams, proofs, minimumGroupSize } = this.sources;
    const { portal, proofId } = team;
    const found = await teams.find(team.entityRef);
    if (!found) {
      return { fault: 'unknown' };
    }
    if (found.personIds.length < minimumGroupSize) {
      return { fault: 'small' };
    }
    if (portal === undefined) {
      return found;
    }
    const { mayCount } = await this.read(team);
    const others = [
      ...(await proofs.counted(portal)),
      ...(await this.#planned(portal, proofId)),
    ];
    return mayCount(found.personIds, others) ? found : { fault: 'alike' };
  }

  /** For a trial that begins. */
  async read({ entityRef, days }: TeamToTry): Promise<TeamRead> {
    const { teams, developers, minimumGroupSize: minimum } = this.sources;
    const found = (await teams.find(entityRef))?.personIds ?? [];
    const everybody = await developers.readCurrent();
    return {
      personIds: found.length < minimum ? [] : found,
      mayCount: (members, counted) =>
        !tellsFew({ days, members }, counted, { everybody, minimum }),
    };
  }

  /** Teams that are to try a portal, as they are now. */
  async #planned(portal: string, except?: number): Promise<CountedTeam[]> {
    const all = await this.sources.proofs.list();
    const planned = all
      .filter(({ id }) => id !== except)
      .flatMap(proof => unreadOf(proof, portal));
    return Promise.all(
      planned.map(async ({ entityRef, days }) => ({
        days,
        members: (await this.sources.teams.find(entityRef))?.personIds ?? [],
      })),
    );
  }
}

function unreadOf(proof: StoredProof, portal: string): TeamToTry[] {
  const { trials } = scheduleOfProof(proof);
  return proof.candidates
    .filter(each => each.portal === portal && each.teamReadOn === undefined)
    .map(({ position, team }) => ({
      entityRef: team.entityRef,
      days: trials[position - 1],
    }));
}
