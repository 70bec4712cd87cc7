import { seededRandom } from '../../deadline/forecast/random';
import type { Organization } from '../../people';
import { groupRef, userRef } from '../../people/__testUtils__/organization';

interface Team {
  name: string;
  parent: string | undefined;
}

const PLUGINS = ['catalog', 'techdocs', 'search'];

/** Half of all people are in the first, and one in seven is not recorded. */
const LOCATIONS = [
  ...['Berlin', 'London', 'Berlin', 'Lisbon', 'Berlin', 'London'],
  undefined,
];

/** How often things happen, a person and day. */
const MOVES = 0.004;
const LEAVES = 0.003;
const JOINS = 0.004;
const OPTS_OUT = 0.001;

/** Somebody who comes on a day, and what they use. */
export interface Visit {
  person: number;
  plugins: string[];
}

/**
 * A made-up company whose people join, leave, change teams, and opt out. Teams
 * lie in others, overlap, and are as small as one person.
 */
export class Company {
  readonly #random: () => number;
  readonly #teams: Team[];
  readonly #memberships = new Map<number, string[]>();
  /** Where each person works; some are in nobody's records. */
  readonly #locations = new Map<number, string | undefined>();
  /** How likely each person is to come on a day. */
  readonly #eagerness = new Map<number, number>();
  #joined = 0;

  constructor(seed: number, size: number) {
    this.#random = seededRandom(seed);
    this.#teams = this.#found(size);
    for (let person = 0; person < size; person++) {
      this.#join();
    }
  }

  /** Those who belong to it, by number. */
  get people(): number[] {
    return [...this.#memberships.keys()];
  }

  /** What the catalog says of it. */
  describe(): Organization {
    return {
      users: [...this.#memberships].map(([person, teams]) => ({
        entityRef: refOf(person),
        groups: teams.map(groupRef),
        matches: true,
        attributes: this.#attributesOf(person),
      })),
      groups: this.#teams.map(({ name, parent }) => ({
        entityRef: groupRef(name),
        name,
        parents: parent === undefined ? [] : [groupRef(parent)],
      })),
    };
  }

  /** Everybody in a team or in one below it, by the entity ref of the team. */
  membersByTeam(): Map<string, number[]> {
    return new Map(
      this.#teams.map(({ name }) => [
        groupRef(name),
        this.people.filter(person =>
          this.#memberships
            .get(person)!
            .some(own => this.#pathOf(own).includes(name)),
        ),
      ]),
    );
  }

  /** Another day; who opts out on it. */
  live(): { optsOut: number[] } {
    const optsOut: number[] = [];
    for (const person of this.people) {
      if (this.#happens(LEAVES)) {
        this.#memberships.delete(person);
      } else if (this.#happens(MOVES)) {
        this.#memberships.set(person, this.#chooseTeams());
        this.#locations.set(person, LOCATIONS[(person + 1) % LOCATIONS.length]);
      } else if (this.#happens(OPTS_OUT)) {
        optsOut.push(person);
      }
      if (this.#happens(JOINS)) {
        this.#join();
      }
    }
    if (this.#happens(0.02)) {
      this.#reorganize();
    }
    return { optsOut };
  }

  /** Who comes on a day, and what they use. */
  visits(): Visit[] {
    return this.people
      .filter(person => this.#happens(this.#eagerness.get(person)!))
      .map(person => ({
        person,
        plugins: ['home', ...PLUGINS.filter(() => this.#happens(0.3))],
      }));
  }

  #found(size: number): Team[] {
    const departments = Array.from(
      { length: this.#below(Math.ceil(size / 40) + 1) + 1 },
      (_, index): Team => ({ name: `department-${index}`, parent: undefined }),
    );
    const teams = departments.flatMap(({ name }) =>
      Array.from(
        { length: this.#below(5) },
        (_, index): Team => ({
          name: `${name}-team-${index}`,
          parent: name,
        }),
      ),
    );
    const guilds = teams
      .filter(() => this.#happens(0.2))
      .map(({ name, parent }): Team => ({ name: `${name}-guild`, parent }));
    return [...departments, ...teams, ...guilds];
  }

  #join(): void {
    const person = this.#joined++;
    this.#memberships.set(person, this.#chooseTeams());
    this.#locations.set(person, LOCATIONS[person % LOCATIONS.length]);
    this.#eagerness.set(person, this.#random() ** 3 * 0.6);
  }

  #attributesOf(person: number): Map<string, string> {
    const location = this.#locations.get(person);
    const role = person % 3 === 0 ? 'lead' : 'member';
    return new Map([
      ...(location === undefined ? [] : [['location', location] as const]),
      ['role', role],
    ]);
  }

  #chooseTeams(): string[] {
    const one = () => this.#teams[this.#below(this.#teams.length)].name;
    if (this.#happens(0.05)) {
      return [];
    }
    return this.#happens(0.15) ? [one(), one()] : [one()];
  }

  /** A team goes to another place in the company. */
  #reorganize(): void {
    const team = this.#teams[this.#below(this.#teams.length)];
    const above = this.#teams[this.#below(this.#teams.length)];
    if (!this.#pathOf(above.name).includes(team.name)) {
      team.parent = above.name;
    }
  }

  #pathOf(name: string): string[] {
    const parent = this.#teams.find(team => team.name === name)?.parent;
    return parent === undefined ? [name] : [name, ...this.#pathOf(parent)];
  }

  #happens(probability: number): boolean {
    return this.#random() < probability;
  }

  #below(limit: number): number {
    return Math.floor(this.#random() * limit);
  }
}

export function refOf(person: number): string {
  return userRef(`p${person}`);
}
