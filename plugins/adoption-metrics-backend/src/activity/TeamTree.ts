import { NotFoundError } from '@backstage/errors';
import { Team } from './UseStore';

/** The teams of the organization, and which contain which. */
export class TeamTree {
  readonly #byId: Map<number, Team>;

  constructor(readonly teams: Team[]) {
    this.#byId = new Map(teams.map(team => [team.id, team]));
  }

  /** @throws NotFoundError if there is no such team. */
  find(entityRef: string): Team {
    const ref = entityRef.toLocaleLowerCase('en-US');
    const team = this.teams.find(each => each.entityRef === ref);
    if (!team) {
      throw new NotFoundError(
        `No team '${entityRef}'; accepted are entity refs of groups such as group:default/team-a`,
      );
    }
    return team;
  }

  parentOf({ parentId }: Team): Team | undefined {
    return parentId === undefined ? undefined : this.#byId.get(parentId);
  }

  /** The entity ref of a team; undefined if it is not known. */
  refOf(id: number): string | undefined {
    return this.#byId.get(id)?.entityRef;
  }

  /** Whether a team is another one, or lies in it. */
  isWithin(team: Team, other: Team): boolean {
    return this.#pathOf(team).includes(other);
  }

  /** The teams that decide whether a team is shown: those beside and above it. */
  familyOf(team: Team): Team[] {
    const parents = new Set(
      this.#pathOf(team).map(each => this.parentOf(each)),
    );
    return this.teams.filter(each => parents.has(this.parentOf(each)));
  }

  /** A team and all teams above it. */
  #pathOf(team: Team): Team[] {
    const path: Team[] = [];
    let next: Team | undefined = team;
    // In a catalog two groups may contain each other.
    while (next && !path.includes(next)) {
      path.push(next);
      next = this.parentOf(next);
    }
    return path;
  }
}
