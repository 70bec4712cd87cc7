import { PublishedGroupKind } from 'backstage-plugin-adoption-metrics-common';
import {
  AttributeDraft,
  AttributeMembers,
  ChosenAttribute,
  chooseValues,
} from './chooseValues';
import { ElementSet, Partition } from './Partition';

/** A team with everybody in it and in the teams below it. */
export interface TeamMembers {
  id: number;
  /** The team above; undefined at the top. */
  parentId: number | undefined;
  name: string;
  /** Each once, by index among the people. */
  members: ElementSet;
}

/**
 * A group of people whose numbers may be shown.
 *
 * @typeParam T - what stands for a team
 */
export interface ChosenGroup<T = number> {
  kind: PublishedGroupKind;
  /** The group around it, by index; undefined at the top. */
  parent: number | undefined;
  /** The team that it is; undefined unless its kind is `team`. */
  team: T | undefined;
  /** Teams with members in it that have no group of their own. */
  teams: T[];
  /** The atoms of which it consists. */
  atoms: number[];
}

/** What may be published of some people. */
export interface Choice {
  /** A group comes after the one around it. */
  groups: ChosenGroup[];
  /** The atom of every person. Groups are unions of atoms. */
  atomOf: Readonly<Int32Array>;
  /** How many people are in each atom. */
  atomSizes: readonly number[];
  /** In the order in which they were given. */
  attributes: ChosenAttribute[];
}

/** Teams, or members of a team who are in none of those below it. */
interface Unit {
  teams: TeamMembers[];
  members: ElementSet;
  /** Whether it holds those who are in no team; it is never shown by itself. */
  rest: boolean;
}

type Draft = Omit<ChosenGroup, 'atoms'> & { members: ElementSet };

class GroupChooser {
  readonly #partition: Partition;
  readonly #below: Map<number | undefined, TeamMembers[]>;
  readonly #groups: Draft[] = [];
  /** Who is in the sets that are looked at, marked by a number for each look. */
  readonly #marks: Int32Array;
  #mark = 0;

  constructor(
    private readonly people: number,
    teams: TeamMembers[],
    private readonly minimum: number,
  ) {
    this.#partition = new Partition(people, minimum);
    this.#marks = new Int32Array(people);
    this.#below = childrenByParent(teams.filter(each => each.members.length));
  }

  choose(attributes: AttributeMembers[]): Choice {
    const drafts = new Map<AttributeMembers, AttributeDraft>();
    const chooseAll = (beforeTeams: boolean) =>
      attributes
        .filter(each => each.beforeTeams === beforeTeams)
        .forEach(each => drafts.set(each, chooseValues(each, this.#partition)));
    if (this.people >= 2 * this.minimum) {
      const everybody = Array.from({ length: this.people }, (_, i) => i);
      chooseAll(true);
      this.#descend(undefined, undefined, everybody);
      chooseAll(false);
    }
    const partition = this.#partition;
    const withAtoms = <T extends { members: ElementSet }>({
      members,
      ...group
    }: T) => ({ ...group, atoms: partition.cellsOf(members) });
    return {
      attributes: attributes.flatMap(each => {
        const draft = drafts.get(each);
        return draft ? [{ ...draft, groups: draft.groups.map(withAtoms) }] : [];
      }),
      groups: this.#groups.map(withAtoms),
      atomOf: partition.cellOf,
      atomSizes: partition.sizes,
    };
  }

  /** @param parent - index of the group of these members; undefined for everybody */
  #descend(
    parent: number | undefined,
    teamId: number | undefined,
    members: ElementSet,
  ): void {
    const children = this.#takeBelow(teamId);
    if (children.length === 0 && parent !== undefined) {
      return;
    }
    const units = this.#pool(this.#unitsOf(children, members));
    const size = members.length;
    const { shown, left } = this.#accept(units, { parent, size });
    this.#addOthers(left, { parent, members, shown });
    for (const [{ teams, members: own }, index] of shown) {
      if (this.#groups[index].kind === 'team') {
        this.#descend(index, teams[0].id, own);
      }
    }
  }

  #unitsOf(children: TeamMembers[], members: ElementSet): Unit[] {
    const units = children.map(unitOf);
    const rest = this.#without(members, units);
    return rest.length === 0
      ? units
      : [...units, { teams: [], members: rest, rest: true }];
  }

  /** Unites those that are too small with their smallest siblings. */
  #pool(units: Unit[]): Unit[] {
    const pooled = [...units].sort(bySize);
    while (pooled.length > 1 && pooled[0].members.length < this.minimum) {
      const [smallest, next] = pooled.splice(0, 2);
      insertBySize(pooled, this.#unite(smallest, next));
    }
    return pooled;
  }

  /** Takes the largest first; what is left out may still have teams below it. */
  #accept(
    units: Unit[],
    { parent, size }: { parent: number | undefined; size: number },
  ): { shown: Map<Unit, number>; left: Unit[] } {
    const shown = new Map<Unit, number>();
    const left: Unit[] = [];
    const waiting = [...units];
    for (let unit = waiting.pop(); unit; unit = waiting.pop()) {
      const accepted = this.#acceptAloneOrPooled(unit, waiting, size);
      if (accepted) {
        shown.set(accepted, this.#add(accepted, parent));
      } else {
        left.push(unit);
        this.#unitsBelow(unit).forEach(each => insertBySize(waiting, each));
      }
    }
    return { shown, left };
  }

  #acceptAloneOrPooled(
    unit: Unit,
    waiting: Unit[],
    size: number,
  ): Unit | undefined {
    if (this.#isAccepted(unit, size)) {
      return unit;
    }
    const pool = waiting.length > 0 && this.#unite(unit, waiting[0]);
    if (pool && this.#isAccepted(pool, size)) {
      waiting.shift();
      return pool;
    }
    return undefined;
  }

  #isAccepted({ teams, members, rest }: Unit, size: number): boolean {
    // A pool of all that is in the parent would be the parent again.
    const again = teams.length > 1 && members.length === size;
    return !rest && !again && this.#partition.accept(members);
  }

  #unitsBelow({ teams, rest }: Unit): Unit[] {
    return teams.length === 1 && !rest
      ? this.#takeBelow(teams[0].id).map(unitOf)
      : [];
  }

  #add({ teams, members }: Unit, parent: number | undefined): number {
    const alone = teams.length === 1;
    this.#groups.push({
      kind: alone ? 'team' : 'pooled',
      parent,
      team: alone ? teams[0].id : undefined,
      teams: alone ? [] : this.#withAllBelow(teams).map(({ id }) => id),
      members,
    });
    return this.#groups.length - 1;
  }

  /** What is left of a parent is a union of cells, and so is large enough. */
  #addOthers(
    left: Unit[],
    within: {
      parent: number | undefined;
      members: ElementSet;
      shown: Map<Unit, number>;
    },
  ): void {
    const { parent, members, shown } = within;
    const others = this.#without(members, [...shown.keys()]);
    const places = [...shown].map(([unit, index]) => ({ ...unit, index }));
    if (parent !== undefined && others.length === members.length) {
      places.unshift({ teams: [], members, rest: false, index: parent });
    } else if (others.length > 0) {
      const index = this.#groups.push({
        kind: 'others',
        parent,
        team: undefined,
        teams: [],
        members: others,
      });
      places.unshift({
        teams: [],
        members: others,
        rest: true,
        index: index - 1,
      });
    }
    for (const team of left.flatMap(({ teams }) => this.#withAllBelow(teams))) {
      const place = places.find(each => this.#overlap(each, team));
      this.#groups[place!.index].teams.push(team.id);
    }
  }

  #overlap(unit: Unit, { members }: TeamMembers): boolean {
    return this.#without(members, [unit]).length < members.length;
  }

  #withAllBelow(teams: TeamMembers[]): TeamMembers[] {
    return teams.flatMap(team => [
      team,
      ...this.#withAllBelow(this.#takeBelow(team.id)),
    ]);
  }

  /** The teams below one. Were teams to contain each other, each is met once. */
  #takeBelow(teamId: number | undefined): TeamMembers[] {
    const below = this.#below.get(teamId) ?? [];
    this.#below.delete(teamId);
    return below;
  }

  #unite(a: Unit, b: Unit): Unit {
    const more = this.#without(b.members, [a]);
    return {
      teams: [...a.teams, ...b.teams],
      members: [...Array.from(a.members), ...more],
      rest: a.rest || b.rest,
    };
  }

  #without(members: ElementSet, units: Unit[]): number[] {
    this.#mark++;
    for (const unit of units) {
      for (let i = 0; i < unit.members.length; i++) {
        this.#marks[unit.members[i]] = this.#mark;
      }
    }
    const outside: number[] = [];
    for (let i = 0; i < members.length; i++) {
      if (this.#marks[members[i]] !== this.#mark) {
        outside.push(members[i]);
      }
    }
    return outside;
  }
}

/**
 * Chooses which groups are published, by who belongs to which team and by
 * nothing else. By adding and subtracting the chosen groups no set of fewer than
 * `minimum` people can be formed; fewer than twice as many are not broken down.
 *
 * From the top down, teams that are too small are pooled with their smallest
 * sibling. The others are taken from the largest on; one that would leave too few
 * people on either side is left out, and is then among the others of its parent.
 *
 * Attributes split the same people further, after teams or, where that is wanted,
 * before them: nothing below the minimum can be formed from both either.
 */
export function chooseGroups(
  people: number,
  teams: TeamMembers[],
  minimum: number,
  attributes: AttributeMembers[] = [],
): Choice {
  const chooser = new GroupChooser(people, teams, minimum);
  return chooser.choose(attributes);
}

function unitOf(team: TeamMembers): Unit {
  return { teams: [team], members: team.members, rest: false };
}

// A team whose parent has no members, or is unknown, stands at the top.
function childrenByParent(teams: TeamMembers[]) {
  const known = new Set(teams.map(({ id }) => id));
  return Map.groupBy(teams, ({ parentId }) =>
    parentId !== undefined && known.has(parentId) ? parentId : undefined,
  );
}

function bySize(a: Unit, b: Unit): number {
  return (
    a.members.length - b.members.length ||
    Number(b.rest) - Number(a.rest) ||
    (nameOf(a) < nameOf(b) ? -1 : 1)
  );
}

function nameOf({ teams }: Unit): string {
  return teams[0]?.name ?? '';
}

function insertBySize(units: Unit[], unit: Unit): void {
  const index = units.findIndex(other => bySize(unit, other) < 0);
  units.splice(index < 0 ? units.length : index, 0, unit);
}
