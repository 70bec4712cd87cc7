import { Day, endOfPeriod, startOfPeriod } from '../../time';
import { Population } from '../population';
import { chooseGroups } from './chooseGroups';
import { AttributeMembers } from './chooseValues';
import { FrozenGroup, FrozenPeriodStore } from './FrozenPeriodStore';
import { MembershipReader, TeamOnDay } from './MembershipReader';

/**
 * Fixes members and groups for four weeks at a time. People who join, leave,
 * move, or opt out in the meantime are taken into account in the next four
 * weeks; otherwise, comparing two responses would reveal them.
 */
export class PeriodFreezer {
  constructor(
    private readonly options: {
      store: FrozenPeriodStore;
      memberships: MembershipReader;
      /** Published groups have at least this many people. */
      minimumGroupSize: number;
      /** Whether everybody counts, as with a configured head count. */
      everybody: boolean;
      /** Attributes that people are broken down by, besides teams. */
      attributes?: Array<{ id: string; beforeTeams: boolean }>;
    },
  ) {}

  /**
   * Fixes the four weeks that contain a day, as of their first day with
   * developers. Does nothing while there are no developers.
   */
  async freeze(day: Day): Promise<void> {
    const { store, everybody } = this.options;
    const firstDay = startOfPeriod(day, 'four-weeks');
    if (await store.find(firstDay)) {
      return;
    }
    const asOf = await this.#dayToFreeze(firstDay);
    if (asOf !== undefined) {
      await this.#freeze(firstDay, { day: asOf, everybody });
    }
  }

  async #readAttributes(
    population: Population,
    people: number[],
  ): Promise<AttributeMembers[]> {
    const { memberships, attributes = [] } = this.options;
    if (attributes.length === 0) {
      return [];
    }
    const valuesOf = await memberships.attributes(population);
    return attributes.map(({ id, beforeTeams }) => {
      const values = Map.groupBy(people.keys(), index =>
        valuesOf.get(id)?.get(people[index]),
      );
      return {
        id,
        beforeTeams,
        values: [...values].map(([value, members]) => ({ value, members })),
      };
    });
  }

  async #dayToFreeze(firstDay: Day): Promise<Day | undefined> {
    const { memberships, everybody } = this.options;
    const to = endOfPeriod(firstDay, 'four-weeks');
    return everybody
      ? firstDay
      : memberships.firstDayWithDevelopers({ from: firstDay, to });
  }

  async #freeze(firstDay: Day, population: Population): Promise<void> {
    const { store, memberships, minimumGroupSize } = this.options;
    const people = await memberships.people(population);
    if (people.length === 0) {
      return;
    }
    const teams = await memberships.teams(population);
    const choice = chooseGroups(
      people.length,
      withIndexes(teams, people),
      minimumGroupSize,
      await this.#readAttributes(population, people),
    );
    const byId = new Map(teams.map(team => [team.teamId, team]));
    const nameTeam = (teamId: number) => {
      const { id, name } = byId.get(teamId)!;
      return { id, name };
    };
    await store.add({
      firstDay,
      people: people.length,
      minimumGroupSize,
      atomSizes: [...choice.atomSizes],
      groups: choice.groups.map(
        ({ team, teams: named, ...group }): FrozenGroup => ({
          ...group,
          team: team === undefined ? undefined : nameTeam(team),
          teams: named.map(nameTeam),
        }),
      ),
      attributes: choice.attributes,
      members: people.map((personId, index) => ({
        personId,
        atom: choice.atomOf[index],
      })),
    });
  }
}

/** Teams with members by index instead of id. */
function withIndexes(teams: TeamOnDay[], people: number[]) {
  const indexes = new Map(people.map((id, index) => [id, index]));
  return teams.map(({ teamId, parentId, name, members }) => ({
    id: teamId,
    parentId,
    name,
    members: members.map(id => indexes.get(id)!),
  }));
}
