import { Day } from '../time';
import { readAttributes } from './attributes';
import { AttributeStore } from './AttributeStore';
import {
  ClassifiedUsers,
  excludedByConfiguration,
  UserClassifier,
} from './classifyUsers';
import { AttributeConfig } from './config';
import { DeveloperStore } from './DeveloperStore';
import { membersByTeam, parentsOf } from './hierarchy';
import {
  Organization,
  OrganizationGroup,
  OrganizationUser,
} from './Organization';
import { PeopleStore } from './PeopleStore';
import { Pseudonymizer } from './pseudonym';
import { FirstReadingCheck, isSuddenFall } from './plausibility';
import { TeamStore } from './TeamStore';

/**
 * What became of one reading of the organization. All but `collected` leave
 * developers and teams as they were.
 *
 * - `empty`: it had no users.
 * - `unconfirmed`: nothing was known before, so a second one has to agree.
 * - `held`: developers fell suddenly, or all teams vanished; to be seen twice.
 */
export type DeveloperCollection =
  | { status: 'collected'; developers: number; excluded: number }
  | { status: 'held'; developers: number; previously: number }
  | { status: 'unconfirmed'; developers: number }
  | { status: 'empty' };

interface CollectorOptions {
  people: PeopleStore;
  developers: DeveloperStore;
  teams: TeamStore;
  attributes: AttributeStore;
  pseudonymize: Pseudonymizer;
  classify: UserClassifier;
  /** Attributes to store besides teams. */
  attributesConfig: AttributeConfig[];
  /** Values that fewer people share are stored without their name. */
  minimumGroupSize: number;
  /** Confirms the first reading; without it, the first one is trusted. */
  believesFirst: FirstReadingCheck | undefined;
}

/**
 * Turns a reading of the organization into the developers and teams of a day.
 */
export class DeveloperCollector {
  constructor(private readonly options: CollectorOptions) {}

  async collect(
    organization: Organization,
    day: Day,
  ): Promise<DeveloperCollection> {
    if (organization.users.length === 0) {
      return { status: 'empty' };
    }
    const classified = await this.options.classify(organization);
    const doubt = await this.#doubt(organization, {
      developers: classified.developers.length,
      day,
    });
    return doubt ?? this.#store(organization, { classified, day });
  }

  async #doubt(
    { groups }: Organization,
    { developers, day }: { developers: number; day: Day },
  ): Promise<DeveloperCollection | undefined> {
    const { believesFirst } = this.options;
    const previous = await this.options.developers.countOn(day);
    if (!previous) {
      const believed = (await believesFirst?.(developers)) ?? true;
      return believed ? undefined : { status: 'unconfirmed', developers };
    }
    const fallen =
      isSuddenFall(previous, developers) ||
      (!previous.held && (await this.#hasLostTeams(groups)));
    if (!fallen) {
      return undefined;
    }
    await this.options.developers.hold(day);
    return { status: 'held', developers, previously: previous.developers };
  }

  async #hasLostTeams(groups: Organization['groups']): Promise<boolean> {
    return groups?.length === 0 && (await this.options.teams.countTeams()) > 0;
  }

  async #store(
    { groups }: Organization,
    { classified, day }: { classified: ClassifiedUsers; day: Day },
  ): Promise<DeveloperCollection> {
    const { people, developers } = this.options;
    const left = excludedByConfiguration(classified);
    const excluded = left.length;
    await people.replaceExcluded(this.#pseudonymsOf(left));
    const ids = await this.#ensureIds(classified.developers);
    const personIds = [...new Set(ids.values())];
    await developers.replaceDevelopers(personIds, { day, excluded });
    if (groups) {
      await this.#storeTeams(groups, { ids, day });
    }
    await this.#storeAttributes(ids, day);
    return { status: 'collected', developers: personIds.length, excluded };
  }

  async #ensureIds(
    users: OrganizationUser[],
  ): Promise<Map<OrganizationUser, number>> {
    const pseudonyms = this.#pseudonymsOf(users);
    const ids = await this.options.people.ensureIds(pseudonyms);
    return new Map(
      users.map((user, index) => [user, ids.get(pseudonyms[index])!]),
    );
  }

  #pseudonymsOf(users: OrganizationUser[]): string[] {
    return users.map(user => this.options.pseudonymize(user.entityRef));
  }

  async #storeAttributes(
    ids: Map<OrganizationUser, number>,
    day: Day,
  ): Promise<void> {
    const { attributes, attributesConfig, minimumGroupSize } = this.options;
    await attributes.replaceValues(
      readAttributes(ids, attributesConfig, minimumGroupSize),
      day,
    );
  }

  async #storeTeams(
    groups: OrganizationGroup[],
    { ids, day }: { ids: Map<OrganizationUser, number>; day: Day },
  ): Promise<void> {
    const members = membersByTeam({ groups }, [...ids.keys()]);
    const parents = parentsOf(groups);
    const teams = groups.map(({ entityRef, name }) => ({
      entityRef,
      name,
      parent: parents.get(entityRef),
      members: members.get(entityRef)!.map(user => ids.get(user)!),
    }));
    await this.options.teams.replaceTeams(teams, day);
  }
}
